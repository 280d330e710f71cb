using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ActorTune.Journal.Format;

namespace ActorTune.Journal;

/// <summary>
/// A journal that lasts as long as its object: for tests, simulations and studies that nobody
/// wants to keep. It stores encoded bytes, so that it holds nothing that another journal could not.
/// </summary>
/// <remarks>
/// It has no lock: a second writer of a study takes it over by appending under a newer epoch.
/// </remarks>
public sealed class InMemoryStudyJournal : IStudyJournal
{
    private readonly ConcurrentDictionary<StudyId, InMemoryStudy> _studies = [];
    private readonly Upcasters? _upcasters;

    /// <summary>Creates an empty journal.</summary>
    /// <param name="upcasters">How older events are read; null: those of this build.</param>
    public InMemoryStudyJournal(Upcasters? upcasters = null) => _upcasters = upcasters;

    /// <inheritdoc/>
    public ValueTask<IStudyJournalWriter> OpenWriterAsync(
        StudyId study, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        IStudyJournalWriter writer = new InMemoryStudyWriter(study, Of(study));
        return ValueTask.FromResult(writer);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ReadAsync(
        StudyId study,
        SequenceNumber after,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await ValueTask.CompletedTask.ConfigureAwait(false);
        InMemoryStudy stored = Of(study);
        while (stored.BatchAfter(after) is { } payload)
        {
            foreach (JournalEntry entry in JournalBatchCodec.Read(payload, _upcasters))
            {
                cancellation.ThrowIfCancellationRequested();
                if (entry.Sequence <= after)
                    continue;
                after = entry.Sequence;
                yield return entry;
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> FollowAsync(
        StudyId study,
        SequenceNumber after,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        InMemoryStudy stored = Of(study);
        while (true)
        {
            // Taken before reading, so that no append slips in between unseen.
            Task appended = stored.Appended;
            await foreach (JournalEntry entry in
                ReadAsync(study, after, cancellation).ConfigureAwait(false))
            {
                after = entry.Sequence;
                yield return entry;
            }

            await appended.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StudyListing>> ListAsync(CancellationToken cancellation)
    {
        IReadOnlyList<StudyListing> listings =
        [
            .. _studies
                .Select(pair => pair.Value.List(pair.Key))
                .OfType<StudyListing>()
                .OrderBy(listing => listing.Study.Name, StringComparer.Ordinal),
        ];
        return ValueTask.FromResult(listings);
    }

    /// <summary>Does nothing: what was appended stays readable.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private InMemoryStudy Of(StudyId study) => _studies.GetOrAdd(study, _ => new InMemoryStudy());
}
