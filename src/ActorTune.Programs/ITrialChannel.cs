namespace ActorTune.Programs;

/// <summary>
/// Carries one attempt's reports to the engine and its answers back. A context uses it from one
/// thread at a time.
/// </summary>
public interface ITrialChannel
{
    /// <summary>
    /// Hands a report over. Below a barrier it completes at once, or when the engine gives credit
    /// again, with the instruction that stands. At a barrier it completes with the decision: an
    /// instruction other than Continue, or Continue with a later barrier or none.
    /// </summary>
    /// <param name="report">The report's ordinal within the attempt, from 1.</param>
    /// <param name="resource">The resource that the trial has spent.</param>
    /// <param name="metrics">The metrics measured there.</param>
    /// <param name="isBarrier">Whether the trial waits for the decision.</param>
    /// <param name="stop">Gives up the wait.</param>
    /// <returns>What the attempt does now.</returns>
    ValueTask<TrialReply> ReportAsync(
        long report,
        Resource resource,
        MetricSet metrics,
        bool isBarrier,
        CancellationToken stop);

    /// <summary>
    /// Says that a whole checkpoint lies in a folder. Later reports come after it.
    /// </summary>
    /// <param name="resource">The resource that the trial had spent when it was saved.</param>
    /// <param name="folder">The checkpoint's folder, within the attempt's own.</param>
    /// <param name="stop">Gives up the wait.</param>
    /// <returns>A task that ends when the announcement is handed over.</returns>
    ValueTask AnnounceCheckpointAsync(Resource resource, string folder, CancellationToken stop);
}
