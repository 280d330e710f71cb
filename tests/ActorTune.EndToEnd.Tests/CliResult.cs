namespace ActorTune.EndToEnd;

/// <summary>How a command ended.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Errors)
{
    internal string All => $"exit code {ExitCode}\n{Output}\n{Errors}";
}
