namespace ActorTune.Journal;

/// <summary>Why a journal failed, told apart by what follows from it.</summary>
public enum JournalFailure
{
    /// <summary>The store did not answer as it should. It may pass: recover with backoff.</summary>
    Unavailable,

    /// <summary>
    /// There is no space left. It passes when somebody makes space: recover with backoff.
    /// </summary>
    Full,

    /// <summary>The journal may be read but not written. A person has to change that.</summary>
    ReadOnly,

    /// <summary>There is nothing at the place named, or nothing can be made there.</summary>
    Missing,

    /// <summary>What is there is not a journal of this engine. It is left as it is.</summary>
    NotAJournal,

    /// <summary>A newer build wrote it. Use that build or a later one.</summary>
    TooNew,

    /// <summary>A part of it cannot be read. Restore it from a copy.</summary>
    Damaged,
}
