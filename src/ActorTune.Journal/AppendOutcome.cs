namespace ActorTune.Journal;

/// <summary>What became of an append that reached the journal.</summary>
public enum AppendOutcome
{
    /// <summary>The whole batch is in the journal.</summary>
    Appended,

    /// <summary>
    /// The journal has a newer epoch: another writer took the study over. This is final; the
    /// caller stops and lets no further effect out.
    /// </summary>
    StaleEpoch,

    /// <summary>
    /// The expected head is not the head. Under the caller's own epoch this is a commit whose
    /// answer was lost: throw the state away and recover from the journal.
    /// </summary>
    Conflict,
}
