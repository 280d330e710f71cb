using ActorTune.Programs;

namespace ActorTune.Worker.Programs;

/// <summary>
/// Runs trial functions in this process, each on a thread of its own. Such a program cannot be
/// killed: one that ignores its cancellation token keeps its thread until it ends by itself.
/// </summary>
public sealed class InProcessRunner : ITrialProgramRunner
{
    private readonly Func<string, ITrialProgram> _resolve;

    /// <summary>Creates a runner.</summary>
    /// <param name="resolve">
    /// Makes the program for a function's name, one for each attempt; throws when there is none.
    /// </param>
    public InProcessRunner(Func<string, ITrialProgram> resolve) => _resolve = resolve;

    /// <inheritdoc/>
    public IRunningProgram Start(TrialLaunch launch, ITrialProgramEvents events)
    {
        var program = new InProcessProgram(launch, events);
        _ = Task.Factory.StartNew(
            () => program.RunAsync(_resolve),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        return program;
    }
}
