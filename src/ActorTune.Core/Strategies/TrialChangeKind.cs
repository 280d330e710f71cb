namespace ActorTune.Strategies;

/// <summary>What happened to a trial, as strategies see it.</summary>
public enum TrialChangeKind
{
    /// <summary>Its configuration was chosen and its first attempt placed.</summary>
    Started,

    /// <summary>A measurement of it was accepted for the first time at its resource.</summary>
    Measured,

    /// <summary>It passed a decision and goes on.</summary>
    Continued,

    /// <summary>It was suspended.</summary>
    Paused,

    /// <summary>It was let go on from a pause.</summary>
    Promoted,

    /// <summary>It was cut for good.</summary>
    Stopped,

    /// <summary>It finished.</summary>
    Completed,

    /// <summary>It failed for good: strategies count it as worst.</summary>
    Failed,

    /// <summary>A person ended it: strategies ignore it.</summary>
    Cancelled,

    /// <summary>
    /// It was copied from an earlier study, where it has its number; its value is its quantile
    /// there. Only samplers learn of it.
    /// </summary>
    Imported,
}
