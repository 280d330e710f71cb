namespace ActorTune.Cli.Tests;

/// <summary>A trial program that always throws.</summary>
public sealed class FailingProgram : ITrialProgram
{
    /// <inheritdoc/>
    public Task RunAsync(TrialContext trial, CancellationToken stop) =>
        throw new InvalidOperationException("the data set is missing");
}
