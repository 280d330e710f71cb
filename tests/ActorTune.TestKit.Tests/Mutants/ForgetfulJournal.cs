using ActorTune.Journal;
using ActorTune.Studies.Events;

namespace ActorTune.TestKit.Mutants;

/// <summary>
/// What a tuner does that keeps its queue apart from its trials: after a recovery it does not know
/// that what a person enqueued was started.
/// </summary>
internal sealed class ForgetfulJournal : IStudyJournal
{
    private readonly InMemoryStudyJournal _inner = new();

    public ValueTask<IStudyJournalWriter> OpenWriterAsync(
        StudyId study, CancellationToken cancellation) =>
        _inner.OpenWriterAsync(study, cancellation);

    public async IAsyncEnumerable<JournalEntry> ReadAsync(
        StudyId study,
        SequenceNumber after,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (JournalEntry entry in _inner.ReadAsync(study, after, cancellation))
        {
            yield return entry.Event is TrialSuggested suggested
                ? entry with { Event = suggested with { Origin = SuggestionOrigin.Sampler } }
                : entry;
        }
    }

    public IAsyncEnumerable<JournalEntry> FollowAsync(
        StudyId study, SequenceNumber after, CancellationToken cancellation) =>
        _inner.FollowAsync(study, after, cancellation);

    public ValueTask<IReadOnlyList<StudyListing>> ListAsync(CancellationToken cancellation) =>
        _inner.ListAsync(cancellation);

    public ValueTask DisposeAsync() => _inner.DisposeAsync();
}
