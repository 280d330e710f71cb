namespace ActorTune.Programs;

/// <summary>Makes a trial program of a trial function.</summary>
/// <param name="function">The function that executes each attempt.</param>
public sealed class FunctionProgram(TrialFunction function) : ITrialProgram
{
    private readonly TrialFunction _function =
        function ?? throw new ArgumentNullException(nameof(function));

    /// <inheritdoc/>
    public Task RunAsync(TrialContext trial, CancellationToken stop) => _function(trial, stop);
}
