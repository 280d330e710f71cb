namespace ActorTune.Studies;

/// <summary>Where a study stands.</summary>
public enum StudyPhase
{
    /// <summary>Its creation was not seen yet.</summary>
    Empty,

    /// <summary>Trials are started and promoted.</summary>
    Running,

    /// <summary>It is coming to its end.</summary>
    Ending,

    /// <summary>It ended.</summary>
    Finished,
}
