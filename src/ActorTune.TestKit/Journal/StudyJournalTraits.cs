namespace ActorTune.TestKit.Journal;

/// <summary>
/// What a journal can do beyond the common contract. It chooses cases; none is skipped.
/// </summary>
[Flags]
public enum StudyJournalTraits
{
    /// <summary>The common contract alone.</summary>
    None = 0,

    /// <summary>What was appended is there when the store is opened again.</summary>
    Reopens = 1,

    /// <summary>A second writer of a study is refused while the first one is open.</summary>
    LocksWriters = 2,
}
