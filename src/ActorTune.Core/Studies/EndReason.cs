namespace ActorTune.Studies;

/// <summary>Why a study ends.</summary>
public enum EndReason
{
    /// <summary>The configurations to start are used up and nothing more is promotable.</summary>
    Trials,

    /// <summary>The wall time is used up.</summary>
    WallTime,

    /// <summary>The total resource is used up.</summary>
    TotalResource,

    /// <summary>A trial reached the target.</summary>
    Target,

    /// <summary>The sampler has no further configuration.</summary>
    SamplerExhausted,

    /// <summary>The trial scheduler has run its whole plan.</summary>
    SchedulerFinished,

    /// <summary>Too many trials failed.</summary>
    Failures,

    /// <summary>A person cancelled it.</summary>
    Cancelled,

    /// <summary>The best value has not improved for a while.</summary>
    NoImprovement,

    /// <summary>No configuration is likely to be better by more than the error.</summary>
    RegretBound,
}
