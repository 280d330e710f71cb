namespace ActorTune.Trials;

/// <summary>How an attempt ended. The failure policy counts each kind apart.</summary>
public enum AttemptEnd
{
    /// <summary>The program returned by itself after at least one report.</summary>
    Returned,

    /// <summary>
    /// The engine interrupted it to shut down; it goes on later and counts nowhere.
    /// </summary>
    Interrupted,

    /// <summary>The program threw, or exited with a code other than zero.</summary>
    Error,

    /// <summary>The program ran out of memory, on the host or on its device.</summary>
    OutOfMemory,

    /// <summary>No report came within the silence limit.</summary>
    Hang,

    /// <summary>The attempt outlived its time limit.</summary>
    TimeLimit,

    /// <summary>The objective was reported as NaN or as an infinity.</summary>
    Diverged,

    /// <summary>A report lacked the objective, or named a resource that does not grow.</summary>
    InvalidMeasurement,

    /// <summary>The program ended well but never reported.</summary>
    NoReport,

    /// <summary>The worker that ran it is gone.</summary>
    LostWorker,

    /// <summary>
    /// Somebody else ended its process with a signal: a person, a batch system, or the system that
    /// ran out of memory. It counts as an error.
    /// </summary>
    OutsideSignal,
}
