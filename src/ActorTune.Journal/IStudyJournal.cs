namespace ActorTune.Journal;

/// <summary>
/// The ordered record of everything that happened in some studies: append-only, one writer and any
/// number of readers for each study.
/// </summary>
/// <remarks>
/// An implementation guarantees:
/// <list type="bullet">
/// <item>Sequence numbers of a study are 1, 2, 3 and so on without a gap.</item>
/// <item>What a reader has seen stays: no entry ever changes or vanishes.</item>
/// <item>A reader sees whole batches or nothing of them, though it may stop inside one.</item>
/// <item>Readers and followers never make a writer wait.</item>
/// </list>
/// All members may be called from several threads at a time. The conformance suite of the TestKit
/// is the exact statement of this contract.
/// </remarks>
public interface IStudyJournal : IAsyncDisposable
{
    /// <summary>
    /// Opens a study for writing, whether it has entries or not. Nothing is written by this: the
    /// new writer appends <see cref="CoordinatorStarted"/> under the next epoch to take over.
    /// </summary>
    /// <param name="study">The study.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StudyInUseException">
    /// Another writer holds the study's lock, where the journal has locks. Without them the epoch
    /// alone decides: the older writer gets <see cref="AppendOutcome.StaleEpoch"/>.
    /// </exception>
    /// <exception cref="JournalException">The journal cannot be opened for writing.</exception>
    ValueTask<IStudyJournalWriter> OpenWriterAsync(StudyId study, CancellationToken cancellation);

    /// <summary>Reads what is there; a study without entries gives none.</summary>
    /// <param name="study">The study.</param>
    /// <param name="after">The last position not wanted; none reads from the beginning.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    IAsyncEnumerable<JournalEntry> ReadAsync(
        StudyId study, SequenceNumber after, CancellationToken cancellation);

    /// <summary>
    /// Reads what is there and goes on with what is appended, also by another process, until it is
    /// cancelled. The study need not exist yet.
    /// </summary>
    /// <param name="study">The study.</param>
    /// <param name="after">The last position not wanted; none reads from the beginning.</param>
    /// <param name="cancellation">Ends it with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    IAsyncEnumerable<JournalEntry> FollowAsync(
        StudyId study, SequenceNumber after, CancellationToken cancellation);

    /// <summary>All studies with at least one entry, by name in ordinal order.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    ValueTask<IReadOnlyList<StudyListing>> ListAsync(CancellationToken cancellation);
}
