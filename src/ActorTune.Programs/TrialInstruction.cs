namespace ActorTune.Programs;

/// <summary>What a program does after a report.</summary>
public enum TrialInstruction
{
    /// <summary>Go on.</summary>
    Continue,

    /// <summary>Return; a later attempt may go on from the checkpoint.</summary>
    Pause,

    /// <summary>Return; the trial has its full resource, or gets no more.</summary>
    Stop,
}
