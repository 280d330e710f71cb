using System.Runtime.CompilerServices;
using ActorTune.Journal;
using ActorTune.Journal.Format;
using ActorTune.Studies;
using Akka.Actor;

namespace ActorTune.Akka.Persistence;

/// <summary>
/// A journal in whatever Akka.Persistence writes to: a persistent actor for each study, an event
/// of Akka.Persistence for each commit.
/// </summary>
/// <remarks>
/// It has no lock: a second writer takes a study over by a newer epoch. Between processes that
/// holds with plugins that refuse a position that is taken, as those on SQL databases do.
/// </remarks>
public sealed class AkkaPersistenceJournal : IStudyJournal
{
    private const long ChunkSize = 256;

    private readonly AkkaSystem _system;
    private readonly string _plugin;
    private readonly TimeSpan _pollEvery;
    private readonly AkkaRef _keepers;
    private TaskCompletionSource _appended = NewSignal();

    /// <summary>Opens a journal. It belongs to the actor system, which outlives it.</summary>
    /// <param name="system">The actor system, with a journal plugin.</param>
    /// <param name="plugin">The plugin, such as <c>akka.persistence.journal.sql</c>; empty for the
    /// default one of the system.</param>
    /// <param name="pollEvery">How often a follower looks for what other processes appended;
    /// 500 ms if null.</param>
    public AkkaPersistenceJournal(
        AkkaSystem system, string plugin = "", TimeSpan? pollEvery = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(plugin);
        OwnSettings.AddTo(system);
        _system = system;
        _plugin = plugin;
        _pollEvery = pollEvery ?? TimeSpan.FromMilliseconds(500);
        _keepers = system.ActorOf(Props.Create(() => new StudyKeepers(plugin)));
    }

    /// <inheritdoc/>
    public async ValueTask<IStudyJournalWriter> OpenWriterAsync(
        StudyId study, CancellationToken cancellation)
    {
        var writer = new AkkaPersistenceWriter(study, _keepers, Signal);
        await writer.RefreshAsync(cancellation).ConfigureAwait(false);
        return writer;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ReadAsync(
        StudyId study,
        SequenceNumber after,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var cursor = new Cursor(study, after);
        await foreach (JournalEntry entry in
            ReadAsync(cursor, cancellation).ConfigureAwait(false))
            yield return entry;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> FollowAsync(
        StudyId study,
        SequenceNumber after,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var cursor = new Cursor(study, after);
        while (true)
        {
            // Taken before reading, so that no append slips in between unseen.
            Task appended = Volatile.Read(ref _appended).Task;
            await foreach (JournalEntry entry in
                ReadAsync(cursor, cancellation).ConfigureAwait(false))
                yield return entry;
            await Task.WhenAny(appended, Task.Delay(_pollEvery, cancellation))
                .ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StudyListing>> ListAsync(CancellationToken cancellation)
    {
        Replayed names = await ReplayAsync(PersistenceId.Names, 1, long.MaxValue, cancellation)
            .ConfigureAwait(false);
        var listings = new List<StudyListing>();
        foreach (StudyId study in names.Events.Cast<StudyNamed>()
            .Select(named => named.Study).Distinct()
            .OrderBy(study => study.Name, StringComparer.Ordinal))
        {
            if (await ListAsync(study, cancellation).ConfigureAwait(false) is { } listing)
                listings.Add(listing);
        }

        return listings;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() =>
        await _keepers.GracefulStop(TimeSpan.FromSeconds(10)).ConfigureAwait(false);

    private async Task<StudyListing?> ListAsync(StudyId study, CancellationToken cancellation)
    {
        string id = PersistenceId.Of(study);
        Replayed first = await ReplayAsync(id, 1, 1, cancellation).ConfigureAwait(false);
        if (first.Events is not [StoredBatch created])
            return null;
        Replayed end = await ReplayAsync(id, first.Highest, long.MaxValue, cancellation)
            .ConfigureAwait(false);
        var last = (StoredBatch)end.Events[^1];
        return new StudyListing(
            study,
            last.Last,
            new SequenceNumber(last.Last),
            new DateTimeOffset(created.FirstAt, TimeSpan.Zero),
            new DateTimeOffset(last.LastAt, TimeSpan.Zero));
    }

    private async IAsyncEnumerable<JournalEntry> ReadAsync(
        Cursor cursor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Replayed chunk;
        do
        {
            chunk = await ReplayAsync(
                PersistenceId.Of(cursor.Study), cursor.NextBatch, ChunkSize, cancellation)
                .ConfigureAwait(false);
            foreach (JournalEntry entry in chunk.Events.Cast<StoredBatch>().SelectMany(cursor.Open))
            {
                cancellation.ThrowIfCancellationRequested();
                yield return entry;
            }
        }
        while (chunk.Events.Count == ChunkSize);
    }

    private async Task<Replayed> ReplayAsync(
        string id, long from, long count, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return await Replay.ReadAsync(_system, new ReplayRange(_plugin, id, from, count))
                .WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not (OperationCanceledException or JournalException))
        {
            throw new JournalException(
                JournalFailure.Unavailable,
                $"Akka.Persistence could not read '{id}': {error.Message} Look at the journal "
                + "plugin's settings and its database.",
                error);
        }
    }

    private void Signal() => Interlocked.Exchange(ref _appended, NewSignal()).SetResult();

    private static TaskCompletionSource NewSignal() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How far a reader has come.</summary>
    private sealed class Cursor(StudyId study, SequenceNumber after)
    {
        public StudyId Study => study;

        public long NextBatch { get; private set; } = 1;

        /// <summary>What is wanted of the next batch.</summary>
        public IEnumerable<JournalEntry> Open(StoredBatch batch)
        {
            NextBatch++;
            return batch.Last <= after.Value
                ? []
                : JournalBatchCodec.Read(batch.Payload).Where(entry => entry.Sequence > after);
        }
    }
}
