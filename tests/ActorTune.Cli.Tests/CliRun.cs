namespace ActorTune.Cli.Tests;

/// <summary>What one command came to, with the temporary folder's name taken out.</summary>
internal sealed record CliRun(int Code, string Out, string Error);
