namespace ActorTune.Journal.Sqlite;

/// <summary>Appends to one study as long as it holds the study's lock.</summary>
internal sealed class SqliteStudyWriter : IStudyJournalWriter
{
    private readonly SqliteStudyJournal _journal;
    private readonly StudyLock _lock;
    private bool _disposed;

    internal SqliteStudyWriter(SqliteStudyJournal journal, StudyId study, StudyLock studyLock)
    {
        _journal = journal;
        _lock = studyLock;
        Study = study;
    }

    public StudyId Study { get; }

    public SequenceNumber Head { get; private set; }

    public Epoch LastEpoch { get; private set; }

    public async ValueTask<AppendOutcome> AppendAsync(
        Epoch epoch,
        SequenceNumber expected,
        IReadOnlyList<JournalEntry> entries,
        CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        AppendBatch.Check(epoch, expected, entries);
        bool appended = await _journal.WithStoreAsync(
            store => Append(store, epoch, expected, entries), cancellation).ConfigureAwait(false);
        if (appended)
        {
            _journal.Signal.Fire();
            return AppendOutcome.Appended;
        }

        return LastEpoch > epoch ? AppendOutcome.StaleEpoch : AppendOutcome.Conflict;
    }

    public async ValueTask<SequenceNumber> RefreshAsync(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        (Head, LastEpoch) = await _journal
            .WithStoreAsync(store => store.End(Study), cancellation)
            .ConfigureAwait(false);
        return Head;
    }

    public ValueTask DisposeAsync()
    {
        if (!_disposed)
        {
            _disposed = true;
            _lock.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private bool Append(
        CommitStore store,
        Epoch epoch,
        SequenceNumber expected,
        IReadOnlyList<JournalEntry> entries)
    {
        bool appended = store.TryAppend(Study, epoch, expected, entries);
        (Head, LastEpoch) = appended ? (entries[^1].Sequence, epoch) : store.End(Study);
        return appended;
    }
}
