using System.CommandLine;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Commands;

/// <summary><c>best</c>: the best trials and their configurations.</summary>
internal static class BestCommand
{
    internal static Command Create(CliConsole console)
    {
        Argument<string?> study = CommonOptions.Study();
        Option<string?> journal = CommonOptions.Journal();
        Option<long?> at = CommonOptions.At();
        Option<bool> json = CommonOptions.Json();
        var top = new Option<int>("--top")
        {
            Description = "How many trials.",
            HelpName = "COUNT",
            DefaultValueFactory = _ => 1,
        };
        var any = new Option<bool>("--any-fidelity")
        {
            Description = "Rank by value alone, however little a trial was trained.",
        };
        var command = new Command("best", "Show the best configuration of a study.")
        {
            study, journal, top, any, at, json,
        };
        command.Does(console, async (parsed, cancellation) =>
        {
            StudyTarget target = StudyTarget.Of(
                parsed.GetValue(study), parsed.GetValue(journal), console);
            if (parsed.GetValue(top) < 1)
                throw new CliException(ExitCode.BadInput, "--top must be at least 1");
            await using OpenStudy open = await target.OpenAsync(cancellation);
            StudyState state = await open.FoldAsync(parsed.GetValue(at), cancellation);
            bool isFront = state.Specification.Objectives.Count > 1 && !parsed.GetValue(any)
                && parsed.GetResult(top)?.Implicit != false;
            TrialState[] ranked = isFront
                ? [.. ParetoTrials.Front(state)]
                : [.. Rank(state, parsed.GetValue(any)).Take(parsed.GetValue(top))];
            IReadOnlyList<BestReport> reports = await BestReport.FindAsync(
                ranked, state.Objective, open.ReadAsync(state.Head, cancellation));
            if (reports.Count == 0)
            {
                string missing = BestTrials.Best(state) is null ? "measured" : "feasible";
                throw new CliException(
                    ExitCode.NotFound, $"study '{open.Study}' has no {missing} trial yet");
            }

            if (parsed.GetValue(json))
                WriteJson(console, state, reports, isFront);
            else
                WriteText(console, state, reports, Heading(parsed.GetValue(any), isFront));
            return ExitCode.Ok;
        });
        return command;
    }

    private static IEnumerable<TrialState> Rank(StudyState state, bool anyFidelity)
    {
        IReadOnlyList<TrialState> ranked = BestTrials.Rank(state);
        return anyFidelity
            ? ranked.OrderBy(trial => !trial.IsFeasible)
                .ThenBy(
                    trial => trial.Value!.Value, Comparer<double>.Create(state.Objective.Compare))
                .ThenBy(trial => trial.Number)
            : ranked;
    }

    private static string Heading(bool anyFidelity, bool isFront)
    {
        if (anyFidelity)
            return "Ranked by value at any fidelity: trials may have been trained for different "
                + "lengths.\n";
        return isFront
            ? "The trials that no other feasible one beats in all objectives:\n"
            : "";
    }

    private static void WriteText(
        CliConsole console, StudyState state, IReadOnlyList<BestReport> reports, string heading)
    {
        console.Out.Write(heading);
        foreach (BestReport report in reports)
        {
            console.Out.Write($"Trial {report.Trial.Number} "
                + $"({Numbers.Word(report.Trial.Status)}): ");
            report.Write(console.Out, state.Specification, all: true, []);
        }
    }

    private static void WriteJson(
        CliConsole console, StudyState state, IReadOnlyList<BestReport> reports, bool isFront) =>
        JsonOutput.Write(console.Out, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("study", state.Specification.Study.Name);
            writer.WriteString("metric", state.Objective.Metric);
            if (isFront)
            {
                writer.WriteStartArray("metrics");
                foreach (Objective objective in state.Specification.Objectives)
                    writer.WriteStringValue(objective.Metric);
                writer.WriteEndArray();
            }

            writer.WriteString("resource-unit", state.Specification.ResourceUnit);
            writer.WriteStartArray("best");
            foreach (BestReport report in reports)
                report.Write(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
}
