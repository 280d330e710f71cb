namespace ActorTune.Coordinator;

/// <summary>How the work on a study came to rest.</summary>
/// <param name="IsFinished">
/// Whether the study ended; otherwise it was interrupted and can go on.
/// </param>
/// <param name="Reason">Why it ended; null when it was interrupted.</param>
/// <param name="Best">The best trial, or null.</param>
public sealed record StudyOutcome(bool IsFinished, EndReason? Reason, TrialNumber? Best)
{
    /// <summary>Why a strict study stopped by itself and waits to be opened again.</summary>
    /// <value>Default: null, it did not.</value>
    public string? HeldReason { get; init; }
}
