using System.CommandLine;
using ActorTune.Cli.Explaining;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Commands;

/// <summary><c>why TRIAL</c>: the decisions about a trial and what they rested on.</summary>
internal static class WhyCommand
{
    internal static Command Create(CliConsole console)
    {
        var trial = new Argument<int>("TRIAL") { Description = "The trial's number." };
        Argument<string?> study = CommonOptions.Study();
        Option<string?> journal = CommonOptions.Journal();
        Option<bool> json = CommonOptions.Json();
        var all = new Option<bool>("--all")
        {
            Description = "Every decision about the trial, not only the last comparison.",
        };
        var command = new Command("why", "Explain the last decision about a trial.")
        {
            trial, study, journal, all, json,
        };
        command.Does(console, async (parsed, cancellation) =>
        {
            StudyTarget target = StudyTarget.Of(
                parsed.GetValue(study), parsed.GetValue(journal), console);
            await using OpenStudy open = await target.OpenAsync(cancellation);
            int number = parsed.GetValue(trial);
            IReadOnlyList<TrialDecision> decisions = await TrialDecisions.FindAsync(
                number, open.ReadAsync(open.Listing.Head, cancellation));
            if (decisions.Count == 0)
                throw new CliException(ExitCode.NotFound, string.Create(
                    CultureInfo.InvariantCulture, $"study '{open.Study}' has no trial {number}"));
            IEnumerable<TrialDecision> shown =
                parsed.GetValue(all) ? decisions : SinceLastRung(decisions);
            if (parsed.GetValue(json))
                WriteJson(console, shown);
            else
                console.Out.Write(string.Join("\n", shown.Select(Explanation.ToText)));
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>
    /// The last comparison with others and what followed from it: that a trial was stopped because
    /// its study ended explains little without the rung in which it stood.
    /// </summary>
    private static IEnumerable<TrialDecision> SinceLastRung(
        IReadOnlyList<TrialDecision> decisions)
    {
        int last = decisions.Count - 1;
        while (last > 0 && decisions[last].Ranking.Count == 0)
            last--;
        return decisions[last].Ranking.Count == 0 ? decisions.TakeLast(1) : decisions.Skip(last);
    }

    private static void WriteJson(CliConsole console, IEnumerable<TrialDecision> decisions) =>
        JsonOutput.Write(console.Out, writer =>
        {
            writer.WriteStartArray();
            foreach (TrialDecision decision in decisions)
                decision.Write(writer);
            writer.WriteEndArray();
        });
}
