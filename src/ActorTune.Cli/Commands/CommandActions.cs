using System.CommandLine;
using ActorTune.Hocon;

namespace ActorTune.Cli.Commands;

/// <summary>Runs what a command does and turns errors into messages and exit codes.</summary>
internal static class CommandActions
{
    /// <summary>Set to anything, this variable adds stack traces to unexpected errors.</summary>
    private const string TraceVariable = "ACTORTUNE_TRACE";

    internal static void Does(
        this Command command,
        CliConsole console,
        Func<ParseResult, CancellationToken, Task<int>> action) =>
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                return await action(parsed, cancellation);
            }
            catch (Exception error)
            {
                return Report(console, error);
            }
        });

    internal static int Report(CliConsole console, Exception error)
    {
        (int code, string message) = Describe(error);
        foreach (string line in message.Split('\n'))
            console.Error.Write($"error: {line}\n");
        if (code == ExitCode.Bug && console.Variable(TraceVariable) is not null)
            console.Error.Write(error + "\n");
        return code;
    }

    private static (int Code, string Message) Describe(Exception error) => error switch
    {
        CliException known => (known.ExitCode, known.Message),
        HoconException refused => (ExitCode.BadInput, refused.Message),
        InvalidStudyException invalid => (ExitCode.BadInput, string.Join('\n', invalid.Problems)),
        JournalException journal => (ExitCode.JournalUnusable, journal.Message),
        StudyInUseException inUse => (ExitCode.JournalUnusable, inUse.Message),
        CorruptJournalException corrupt => (ExitCode.JournalUnusable, corrupt.Message),
        StudyNotFoundException missing => (ExitCode.NotFound, missing.Message),
        OperationCanceledException => (ExitCode.Interrupted, "interrupted"),
        { InnerException: { } inner } when Describe(inner) is (not ExitCode.Bug, _) and var known =>
            known,
        _ => (ExitCode.Bug, $"unexpected {error.GetType().Name}: {error.Message}\n"
            + $"this is a bug; set {TraceVariable}=1 to see where it happened"),
    };
}
