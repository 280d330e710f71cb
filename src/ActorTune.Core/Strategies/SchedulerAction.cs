namespace ActorTune.Strategies;

/// <summary>What a trial scheduler answers to a measurement.</summary>
public enum SchedulerAction
{
    /// <summary>Go on to a further resource.</summary>
    Continue,

    /// <summary>Suspend; a promotion may follow.</summary>
    Pause,

    /// <summary>End for good.</summary>
    Stop,

    /// <summary>The full resource is reached.</summary>
    Complete,
}
