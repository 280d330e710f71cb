namespace ActorTune.TestKit.Journal;

/// <summary>What a faulty journal does to an append.</summary>
public enum JournalFaultEffect
{
    /// <summary>Nothing is written; the append throws.</summary>
    Fail,

    /// <summary>The batch is written and the append throws: the answer was lost.</summary>
    FailAfterWrite,

    /// <summary>The append begins later than it was asked for.</summary>
    Delay,

    /// <summary>
    /// Nothing is written; the append answers as if another writer had taken over.
    /// </summary>
    StaleEpoch,

    /// <summary>Nothing is written; the append answers as if the head were another one.</summary>
    Conflict,

    /// <summary>Nothing is written; the append throws because there is no space left.</summary>
    Full,
}
