namespace ActorTune.TestKit.Cluster;

/// <summary>What can go wrong in a simulated cluster, and what each fault counts.</summary>
public enum ClusterFaultKind
{
    /// <summary>The n-th message between study and workers is lost, where the protocol sends such
    /// messages again; others are late.</summary>
    DropMessage,

    /// <summary>The n-th message between study and workers arrives twice.</summary>
    DuplicateMessage,

    /// <summary>The n-th message between study and workers is late by some seconds, so that what
    /// others say overtakes it.</summary>
    DelayMessage,

    /// <summary>A worker dies with its programs after the n-th event, and comes back.</summary>
    CrashWorker,

    /// <summary>A worker is cut off after the n-th event while its programs go on, is given up,
    /// and returns some seconds later.</summary>
    PartWorker,

    /// <summary>The n-th program that is started never reports again after its first unit.
    /// </summary>
    HangProgram,

    /// <summary>The n-th program that is started returns by itself after some reports, as one does
    /// that sees nothing left to learn.</summary>
    EndProgram,

    /// <summary>The n-th append throws before anything is written.</summary>
    FailAppend,

    /// <summary>The n-th append throws after all was written: the answer is lost.</summary>
    LoseAppendAnswer,

    /// <summary>From the n-th append on there is no space for a few appends.</summary>
    FillDisk,

    /// <summary>The study's actor fails after the n-th event and recovers.</summary>
    CrashStudy,

    /// <summary>The whole cluster stops at once after the n-th event and started again.</summary>
    StopCluster,

    /// <summary>As before, and the clock has jumped by some seconds meanwhile, mostly back.
    /// </summary>
    JumpClock,
}
