namespace ActorTune.Journal;

/// <summary>Appends to one study in memory.</summary>
internal sealed class InMemoryStudyWriter : IStudyJournalWriter
{
    private readonly InMemoryStudy _stored;
    private bool _disposed;

    internal InMemoryStudyWriter(StudyId study, InMemoryStudy stored)
    {
        Study = study;
        _stored = stored;
        (Head, LastEpoch) = stored.End;
    }

    public StudyId Study { get; }

    public SequenceNumber Head { get; private set; }

    public Epoch LastEpoch { get; private set; }

    public ValueTask<AppendOutcome> AppendAsync(
        Epoch epoch,
        SequenceNumber expected,
        IReadOnlyList<JournalEntry> entries,
        CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        cancellation.ThrowIfCancellationRequested();
        AppendBatch.Check(epoch, expected, entries);
        AppendOutcome outcome = _stored.Append(epoch, expected, entries);
        (Head, LastEpoch) = _stored.End;
        return ValueTask.FromResult(outcome);
    }

    public ValueTask<SequenceNumber> RefreshAsync(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        (Head, LastEpoch) = _stored.End;
        return ValueTask.FromResult(Head);
    }

    public ValueTask DisposeAsync()
    {
        _disposed = true;
        return ValueTask.CompletedTask;
    }
}
