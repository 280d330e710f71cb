using System.CommandLine;
using ActorTune.Cli.Conditions;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Commands;

/// <summary><c>journal bisect</c>: the first event at which a condition holds.</summary>
internal sealed class JournalBisectCommand
{
    private readonly CliConsole _console;
    private readonly Argument<string?> _study = CommonOptions.Study();
    private readonly Option<string?> _journal = CommonOptions.Journal();
    private readonly Option<bool> _json = CommonOptions.Json();

    private readonly Option<string> _when = new("--when")
    {
        Description = "The condition, for example \"best < 0.1 and trials.running > 2\" or "
            + $"\"trial(17).state = paused\". Terms: {TermReader.Known}.",
        HelpName = "EXPR",
        Required = true,
    };

    private JournalBisectCommand(CliConsole console) => _console = console;

    internal static Command Create(CliConsole console)
    {
        var bisect = new JournalBisectCommand(console);
        var command = new Command("bisect", "Find the first event at which a condition holds.")
        {
            bisect._study, bisect._when, bisect._journal, bisect._json,
        };
        command.Does(console, bisect.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        StudyCondition condition = ConditionParser.Parse(parsed.GetRequiredValue(_when));
        StudyTarget target = StudyTarget.Of(
            parsed.GetValue(_study), parsed.GetValue(_journal), _console);
        await using OpenStudy open = await target.OpenAsync(cancellation);
        FoundEvent found = await ConditionSearch.FindAsync(
            condition, open.ReadAsync(open.Listing.Head, cancellation))
            ?? throw new CliException(
                ExitCode.NotFound,
                $"it holds after none of the events 1 to {open.Listing.Head}");
        if (parsed.GetValue(_json))
            JsonOutput.Write(_console.Out, found.Write);
        else
            found.Write(_console.Out, open.Study);
        return ExitCode.Ok;
    }
}
