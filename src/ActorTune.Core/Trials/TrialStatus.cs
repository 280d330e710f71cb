namespace ActorTune.Trials;

/// <summary>Where a trial stands.</summary>
public enum TrialStatus
{
    /// <summary>It has no attempt and waits for a slot: a retry.</summary>
    Waiting,

    /// <summary>An attempt of it was placed on a slot.</summary>
    Running,

    /// <summary>Suspended at a rung; it may be promoted.</summary>
    Paused,

    /// <summary>Finished with its full resource, or by its program's own end.</summary>
    Completed,

    /// <summary>Cut by the trial scheduler, or left paused when the study ended.</summary>
    Stopped,

    /// <summary>Ended by an error after its last attempt.</summary>
    Failed,

    /// <summary>Ended by a person.</summary>
    Cancelled,
}
