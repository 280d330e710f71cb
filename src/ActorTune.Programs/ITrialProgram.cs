namespace ActorTune.Programs;

/// <summary>
/// Code under tuning. One instance may run several attempts at the same time: what belongs to an
/// attempt lives in its method.
/// </summary>
public interface ITrialProgram
{
    /// <summary>
    /// Executes one attempt: trains with the trial's configuration and reports as it goes. It
    /// returns when the training is done or a report was answered with Pause or Stop.
    /// </summary>
    /// <param name="trial">The attempt: configuration, seed, reports and checkpoints.</param>
    /// <param name="stop">
    /// Cancelled when the attempt must end before its next report. To throw
    /// <see cref="OperationCanceledException"/> then is a clean end.
    /// </param>
    /// <returns>A task that ends with the attempt; its exception fails the attempt.</returns>
    Task RunAsync(TrialContext trial, CancellationToken stop);
}
