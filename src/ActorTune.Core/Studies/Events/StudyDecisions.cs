using ActorTune.Strategies;

namespace ActorTune.Studies.Events;

/// <summary>The sampler has no further configuration.</summary>
/// <param name="Basis">The last event that it could know of.</param>
public sealed record SamplerExhausted(SequenceNumber Basis) : StudyDecision
{
    /// <summary>The statistics for which it is taken to have none.</summary>
    /// <value>Default: none, it said so itself.</value>
    public DecisionReason? Grounds { get; init; }
}

/// <summary>The study will end: nothing new is started or promoted but its best trials.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Mode">What happens to running trials.</param>
public sealed record StudyEnding(EndReason Reason, EndMode Mode) : StudyDecision
{
    /// <summary>The statistics that it rests on.</summary>
    /// <value>Default: none, the stop condition says all.</value>
    public DecisionReason? Grounds { get; init; }
}

/// <summary>The study ended.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Best">The best trial; null when none was ever measured.</param>
public sealed record StudyFinished(EndReason Reason, TrialNumber? Best) : StudyDecision;
