namespace ActorTune.Studies.Effects;

/// <summary>What an attempt is told to do.</summary>
public enum AttemptInstruction
{
    /// <summary>Go on.</summary>
    Continue,

    /// <summary>End; the trial may go on from its checkpoint later.</summary>
    Pause,

    /// <summary>End for good.</summary>
    Stop,

    /// <summary>End: the full resource is reached.</summary>
    Complete,
}
