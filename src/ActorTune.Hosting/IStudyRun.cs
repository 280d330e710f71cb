namespace ActorTune.Hosting;

/// <summary>A study that runs in this process.</summary>
public interface IStudyRun
{
    /// <summary>The study.</summary>
    StudyId Study { get; }

    /// <summary>
    /// Completes when the study ended or was interrupted; fails when it cannot go on, after which
    /// everything acknowledged is in the journal.
    /// </summary>
    Task<StudyOutcome> Completion { get; }

    /// <summary>How the study stands now.</summary>
    Task<StudySummary> DescribeAsync(CancellationToken cancellation = default);

    /// <summary>The best trial, or null before any measurement.</summary>
    Task<TrialSummary?> BestAsync(CancellationToken cancellation = default);

    /// <summary>Ends the study for good.</summary>
    Task CancelAsync(EndMode mode = EndMode.Cancel, CancellationToken cancellation = default);

    /// <summary>Ends one trial for good.</summary>
    /// <exception cref="InvalidOperationException">There is no such trial.</exception>
    Task CancelTrialAsync(TrialNumber trial, CancellationToken cancellation = default);

    /// <summary>Gives a configuration to try next.</summary>
    /// <exception cref="InvalidOperationException">It does not fit the search space.</exception>
    Task EnqueueAsync(Configuration configuration, CancellationToken cancellation = default);

    /// <summary>Changes when the study ends; one that had ended goes on.</summary>
    /// <exception cref="InvalidOperationException">The conditions are refused.</exception>
    Task ChangeStopAsync(StopConditions stop, CancellationToken cancellation = default);

    /// <summary>
    /// Changes over to another trial scheduler. It is told of the trials so far; those that run go
    /// on to their next decision, which it takes.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// It cannot take over this study's trials, or the study has ended.
    /// </exception>
    Task SwitchSchedulerAsync(
        StrategyOptions scheduler, CancellationToken cancellation = default);

    /// <summary>
    /// Stops working on the study: running trials save a checkpoint and end, and the study can be
    /// resumed.
    /// </summary>
    /// <param name="atOnce">Whether programs are killed instead; their last report stays.</param>
    Task InterruptAsync(bool atOnce = false);

    /// <summary>
    /// Every event of the study from its beginning, then each new one, until its end.
    /// </summary>
    IAsyncEnumerable<JournalEntry> WatchAsync(CancellationToken cancellation = default);
}
