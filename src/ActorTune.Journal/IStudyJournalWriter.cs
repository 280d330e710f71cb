namespace ActorTune.Journal;

/// <summary>
/// The right to append to one study's journal. Disposing it frees the study for another writer.
/// </summary>
/// <remarks>
/// One append at a time: the next may begin when the last has ended. The list given to an append
/// belongs to the journal until then and must not change.
/// </remarks>
public interface IStudyJournalWriter : IAsyncDisposable
{
    /// <summary>The study.</summary>
    StudyId Study { get; }

    /// <summary>
    /// The last position known to be taken: after opening, refreshing, or any append that gave an
    /// outcome, the journal's own. After a <see cref="JournalException"/> it is unknown whether the
    /// batch was committed: call <see cref="RefreshAsync"/>.
    /// </summary>
    SequenceNumber Head { get; }

    /// <summary>The newest epoch known to be in the journal; as current as the head.</summary>
    Epoch LastEpoch { get; }

    /// <summary>
    /// Appends a batch in one commit. When it answers <see cref="AppendOutcome.Appended"/> the
    /// whole batch is as durable as the journal promises; in every other case nothing of it is
    /// ever seen, but after an exception either all of it is in the journal or nothing.
    /// </summary>
    /// <param name="epoch">The opening under which the caller writes.</param>
    /// <param name="expected">The head that the caller knows.</param>
    /// <param name="entries">
    /// At least one entry, numbered from the position after the expected head on without a gap,
    /// all of the epoch given.
    /// </param>
    /// <param name="cancellation">
    /// Gives up before the commit begins; a commit that has begun is carried through.
    /// </param>
    /// <returns>
    /// Appended; or StaleEpoch where the journal has a newer epoch, whatever the head; or Conflict
    /// where the head is another one.
    /// </returns>
    /// <exception cref="ArgumentException">The batch is empty or wrongly numbered.</exception>
    /// <exception cref="JournalException">
    /// The store failed. Whether the batch is in the journal is unknown: recover from the journal.
    /// </exception>
    ValueTask<AppendOutcome> AppendAsync(
        Epoch epoch,
        SequenceNumber expected,
        IReadOnlyList<JournalEntry> entries,
        CancellationToken cancellation);

    /// <summary>Asks the store for head and last epoch again.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The head.</returns>
    /// <exception cref="JournalException">The store cannot be read.</exception>
    ValueTask<SequenceNumber> RefreshAsync(CancellationToken cancellation);
}
