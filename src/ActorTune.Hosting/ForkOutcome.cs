namespace ActorTune.Hosting;

/// <summary>A fork as it begins.</summary>
/// <param name="Study">The new study.</param>
/// <param name="Parent">The study whose past it shares.</param>
/// <param name="At">The last event that both have.</param>
public sealed record ForkOutcome(StudyId Study, StudyId Parent, SequenceNumber At)
{
    /// <summary>The new study, with what was decided at once.</summary>
    public required StudyState State { get; init; }

    /// <summary>How many checkpoints it shares with its parent.</summary>
    public int CheckpointCount { get; init; }

    /// <summary>
    /// Checkpoints that the parent had dropped already: their trials go on from an earlier one, or
    /// from nothing.
    /// </summary>
    public IReadOnlyList<Checkpoint> Missing { get; init; } = [];

    /// <summary>Whether the trial scheduler goes on as it was.</summary>
    public bool KeepsScheduler { get; init; }

    /// <summary>Whether the sampler goes on as it was.</summary>
    public bool KeepsSampler { get; init; }
}
