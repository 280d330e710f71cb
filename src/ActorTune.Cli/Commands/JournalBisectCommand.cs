using System.CommandLine;
using ActorTune.Cli.Conditions;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Commands;

/// <summary><c>journal bisect</c>: the first event at which a condition holds.</summary>
internal static class JournalBisectCommand
{
    internal static Command Create(CliConsole console)
    {
        Argument<string?> study = CommonOptions.Study();
        Option<string?> journal = CommonOptions.Journal();
        Option<bool> json = CommonOptions.Json();
        var when = new Option<string>("--when")
        {
            Description = "The condition, for example \"best < 0.1 and trials.running > 2\" or "
                + $"\"trial(17).state = paused\". Terms: {TermReader.Known}.",
            HelpName = "EXPR",
            Required = true,
        };
        var command = new Command("bisect", "Find the first event at which a condition holds.")
        {
            study, when, journal, json,
        };
        command.Does(console, async (parsed, cancellation) =>
        {
            StudyCondition condition = ConditionParser.Parse(parsed.GetRequiredValue(when));
            StudyTarget target = StudyTarget.Of(
                parsed.GetValue(study), parsed.GetValue(journal), console);
            await using OpenStudy open = await target.OpenAsync(cancellation);
            FoundEvent found = await ConditionSearch.FindAsync(
                condition, open.ReadAsync(open.Listing.Head, cancellation))
                ?? throw new CliException(
                    ExitCode.NotFound,
                    $"it holds after none of the events 1 to {open.Listing.Head}");
            if (parsed.GetValue(json))
                JsonOutput.Write(console.Out, found.Write);
            else
                found.Write(console.Out, open.Study);
            return ExitCode.Ok;
        });
        return command;
    }
}
