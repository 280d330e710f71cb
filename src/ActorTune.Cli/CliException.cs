namespace ActorTune.Cli;

/// <summary>
/// Something the user can put right: one message and an exit code, no stack trace.
/// </summary>
internal sealed class CliException(int exitCode, string message) : Exception(message)
{
    internal int ExitCode { get; } = exitCode;
}
