using ActorTune.Journal;
using ActorTune.Studies;

namespace ActorTune.TestKit.Cluster;

/// <summary>Tells a watch what became durable, whether or not the writer learns of it.</summary>
internal sealed class WatchedJournal(IStudyJournal inner, ClusterWatch watch) : IStudyJournal
{
    public async ValueTask<IStudyJournalWriter> OpenWriterAsync(
        StudyId study, CancellationToken cancellation) => new WatchedWriter(
            await inner.OpenWriterAsync(study, cancellation).ConfigureAwait(false), watch);

    public IAsyncEnumerable<JournalEntry> ReadAsync(
        StudyId study, SequenceNumber after, CancellationToken cancellation) =>
        inner.ReadAsync(study, after, cancellation);

    public IAsyncEnumerable<JournalEntry> FollowAsync(
        StudyId study, SequenceNumber after, CancellationToken cancellation) =>
        inner.FollowAsync(study, after, cancellation);

    public ValueTask<IReadOnlyList<StudyListing>> ListAsync(CancellationToken cancellation) =>
        inner.ListAsync(cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private sealed class WatchedWriter(IStudyJournalWriter inner, ClusterWatch watch)
        : IStudyJournalWriter
    {
        public StudyId Study => inner.Study;

        public SequenceNumber Head => inner.Head;

        public Epoch LastEpoch => inner.LastEpoch;

        public async ValueTask<AppendOutcome> AppendAsync(
            Epoch epoch,
            SequenceNumber expected,
            IReadOnlyList<JournalEntry> entries,
            CancellationToken cancellation)
        {
            AppendOutcome outcome = await inner
                .AppendAsync(epoch, expected, entries, cancellation).ConfigureAwait(false);
            if (outcome == AppendOutcome.Appended)
                watch.Committed(entries);
            return outcome;
        }

        public ValueTask<SequenceNumber> RefreshAsync(CancellationToken cancellation) =>
            inner.RefreshAsync(cancellation);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
