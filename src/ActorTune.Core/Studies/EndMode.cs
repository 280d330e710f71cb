namespace ActorTune.Studies;

/// <summary>What happens to running trials when a study ends.</summary>
public enum EndMode
{
    /// <summary>They go on to their next decision point.</summary>
    Drain,

    /// <summary>They stop at once.</summary>
    Cancel,
}
