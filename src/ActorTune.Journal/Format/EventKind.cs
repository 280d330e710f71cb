namespace ActorTune.Journal.Format;

/// <summary>The stored kinds of events, in the order in which a reader tries their names.</summary>
internal enum EventKind
{
    MeasurementReported,
    TrialContinued,
    TrialPaused,
    TrialPromoted,
    TrialStopped,
    TrialCompleted,
    TrialSuggested,
    AttemptStarted,
    CheckpointSaved,
    AttemptEnded,
    PlacementOffered,
    PlacementWithdrawn,
    MeasurementRepeated,
    TrialRetried,
    TrialFailed,
    TrialCancelled,
    AttemptLost,
    StudyCreated,
    CoordinatorStarted,
    WallTimeReached,
    StudyCancelRequested,
    TrialCancelRequested,
    TrialEnqueued,
    StopConditionsChanged,
    MessageRejected,
    SamplerExhausted,
    StudyEnding,
    StudyFinished,
}
