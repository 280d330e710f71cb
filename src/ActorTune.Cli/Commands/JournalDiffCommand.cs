using System.CommandLine;
using ActorTune.Cli.Comparing;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Commands;

/// <summary><c>journal diff</c>: the first event in which two journals part.</summary>
internal sealed class JournalDiffCommand
{
    private readonly CliConsole _console;
    private readonly Argument<string> _left = Side("A");
    private readonly Argument<string> _right = Side("B");
    private readonly Option<string?> _journal = CommonOptions.Journal();
    private readonly Option<bool> _json = CommonOptions.Json();

    private readonly Option<string?> _other = new("--other-journal")
    {
        Description = "The journal of B. Default: that of A.",
        HelpName = "PATH",
    };

    private readonly Option<bool> _all = new("--exact")
    {
        Description = "Compare times, process numbers, workers and the study's name as well.",
    };

    private readonly Option<bool> _decisions = new("--decisions")
    {
        Description = "Compare only measurements and decisions, not where and when they ran.",
    };

    private JournalDiffCommand(CliConsole console) => _console = console;

    internal static Command Create(CliConsole console)
    {
        var diff = new JournalDiffCommand(console);
        var command = new Command("diff", "Show the first event in which two journals part.")
        {
            diff._left, diff._right, diff._journal, diff._other, diff._all, diff._decisions,
            diff._json,
        };
        command.Does(console, diff.RunAsync);
        return command;
    }

    private static Argument<string> Side(string name) => new(name)
    {
        Description = "A study's name, its configuration file, or an exported journal (.jsonl).",
    };

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(_all) && parsed.GetValue(_decisions))
            throw new CliException(ExitCode.BadInput, "give --exact or --decisions, not both");
        ComparedParts parts = parsed.GetValue(_all) ? ComparedParts.All
            : parsed.GetValue(_decisions) ? ComparedParts.Decisions
            : ComparedParts.Events;
        string? journal = parsed.GetValue(_journal);
        await using JournalSource left = await JournalSource.OpenAsync(
            parsed.GetRequiredValue(_left), journal, _console, cancellation);
        await using JournalSource right = await JournalSource.OpenAsync(
            parsed.GetRequiredValue(_right),
            parsed.GetValue(_other) ?? journal,
            _console,
            cancellation);
        JournalDifference difference = await JournalComparison.FindAsync(
            left.ReadAsync(cancellation), right.ReadAsync(cancellation), parts, cancellation);
        if (parsed.GetValue(_json))
            JsonOutput.Write(_console.Out, difference.Write);
        else
            difference.Write(_console.Out);
        return difference.AreEqual ? ExitCode.Ok : ExitCode.Differences;
    }
}
