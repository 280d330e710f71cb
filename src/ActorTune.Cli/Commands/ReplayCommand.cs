using System.CommandLine;
using System.CommandLine.Parsing;
using ActorTune.Cli.Output;
using ActorTune.Cli.Replaying;
using ActorTune.Cli.Screens;

namespace ActorTune.Cli.Commands;

/// <summary><c>replay</c>: the study as it stood, as a picture or played through.</summary>
internal sealed class ReplayCommand
{
    private readonly CliConsole _console;
    private readonly Argument<string?> _study = CommonOptions.Study();
    private readonly Option<string?> _journal = CommonOptions.Journal();
    private readonly Option<bool> _json = CommonOptions.Json();

    private readonly Option<long?> _to = new("--to")
    {
        Description = "The study right after this event. Default: the last one.",
        HelpName = "SEQUENCE",
    };

    private readonly Option<string?> _at = new("--at")
    {
        Description = "The study at this time: a date such as 2026-01-31T12:00:00Z, or a duration "
            + "since its start such as 90s or 1h30m.",
        HelpName = "TIME",
    };

    private readonly Option<double?> _play = new("--play")
    {
        Description = "Show how it came there, so many times faster than it was; default: in half "
            + "a minute. Plain lines at once where there is no terminal.",
        HelpName = "SPEED",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private ReplayCommand(CliConsole console) => _console = console;

    internal static Command Create(CliConsole console)
    {
        var replay = new ReplayCommand(console);
        var command = new Command("replay", "Show a study as it stood at an event or a time.")
        {
            replay._study, replay._journal, replay._to, replay._at, replay._play, replay._json,
        };
        command.Does(console, replay.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var moment = StudyMoment.Of(parsed.GetValue(_to), parsed.GetValue(_at));
        StudyTarget target = StudyTarget.Of(
            parsed.GetValue(_study), parsed.GetValue(_journal), _console);
        await using OpenStudy open = await target.OpenAsync(cancellation);
        var replay = new StudyReplay(open, moment);
        bool isJson = parsed.GetValue(_json);
        if (parsed.GetResult(_play) is { } play)
        {
            if (isJson)
                throw new CliException(ExitCode.BadInput, "give --play or --json, not both");
            await PlayAsync(replay, play, parsed.GetValue(_play), cancellation);
            return ExitCode.Ok;
        }

        StudyProgress progress = await replay.FoldAsync(cancellation);
        if (isJson)
            JsonOutput.Write(_console.Out, new StudyReport(progress.State).Write);
        else
            ReplayReport.Write(_console, progress, open.Listing.Head);
        return ExitCode.Ok;
    }

    private async Task PlayAsync(
        StudyReplay replay, OptionResult play, double? speed, CancellationToken cancellation)
    {
        if (play.Tokens.Count > 0 && speed is not > 0)
            throw new CliException(ExitCode.BadInput, "the speed of --play must be above 0");
        if (!_console.IsTerminal)
        {
            await using var lines = new PlainScreen(_console.Out, new TimeLeft(null));
            await replay.PlayAsync(lines, null, cancellation);
            return;
        }

        double pace = speed ?? PlayPace.SpeedOf(
            (await replay.FoldAsync(cancellation)).State.ActiveTime);
        await using var screen = new LiveScreen(_console, new TimeLeft(null), isReplayed: true);
        await replay.PlayAsync(screen, new PlayPace(pace), cancellation);
    }
}
