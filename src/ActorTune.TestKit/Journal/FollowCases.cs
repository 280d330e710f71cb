using ActorTune.Journal;
using ActorTune.Studies;
using ActorTune.Studies.Events;

namespace ActorTune.TestKit.Journal;

/// <summary>What followers see.</summary>
internal static class FollowCases
{
    private static readonly StudyId Study = new("study");
    private static readonly Epoch One = new(1);
    private static readonly StudyEvent Event = StudyEventSamples.Measurement;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    internal static IReadOnlyList<StudyJournalCase> All { get; } =
    [
        StudyJournalCase.Of("A follower sees what is there and what comes", SeesWhatComes),
        StudyJournalCase.Of("A study may be followed before it exists", WaitsForTheStudy),
        StudyJournalCase.Of("Cancelling ends a follower", CancellingEnds),
        StudyJournalCase.Of("A follower misses nothing while others write fast", MissesNothing),
        new(
            "A follower sees what another opening of the store appends",
            StudyJournalTraits.Reopens,
            StudyJournalTraits.None,
            SeesOtherOpenings),
    ];

    private static async Task SeesWhatComes(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        await writer.AppendAsync(One, Event, Event, Event);
        using var patience = new CancellationTokenSource(Patience);
        await using IAsyncEnumerator<JournalEntry> follower = journal
            .FollowAsync(Study, new SequenceNumber(1), patience.Token)
            .GetAsyncEnumerator(CancellationToken.None);
        await ExpectNextAsync(follower, 2);
        await ExpectNextAsync(follower, 3);
        ValueTask<bool> next = follower.MoveNextAsync();
        await writer.AppendAsync(One, Event, Event);
        Expect.True(await next, "a waiting follower gets the next entry");
        Expect.Equal(4L, follower.Current.Sequence.Value, "the awaited entry");
        await ExpectNextAsync(follower, 5);
    }

    private static async Task WaitsForTheStudy(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        using var patience = new CancellationTokenSource(Patience);
        await using IAsyncEnumerator<JournalEntry> follower = journal
            .FollowAsync(Study, SequenceNumber.None, patience.Token)
            .GetAsyncEnumerator(CancellationToken.None);
        ValueTask<bool> first = follower.MoveNextAsync();
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        await writer.AppendAsync(One, Event);
        Expect.True(await first, "the follower sees the first entry");
    }

    private static async Task CancellingEnds(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        using var source = new CancellationTokenSource();
        await using IAsyncEnumerator<JournalEntry> follower = journal
            .FollowAsync(Study, SequenceNumber.None, source.Token)
            .GetAsyncEnumerator(CancellationToken.None);
        ValueTask<bool> first = follower.MoveNextAsync();
        await source.CancelAsync();
        await Expect.ThrowsAsync<OperationCanceledException>(
            async () => await first, "a cancelled follower");
    }

    private static async Task MissesNothing(StudyJournalSubject subject)
    {
        const int batches = 100;
        await using IStudyJournal journal = subject.Open();
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        using var patience = new CancellationTokenSource(Patience);
        Task<long> follower = Task.Run(() => CountAsync(journal, 2 * batches, patience.Token));
        for (int i = 0; i < batches; i++)
            await writer.AppendAsync(One, Event, Event);
        Expect.Equal(2L * batches, await follower, "the last entry followed");
    }

    private static async Task SeesOtherOpenings(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        await using IStudyJournal other = subject.Open();
        using var patience = new CancellationTokenSource(Patience);
        Task<long> follower = Task.Run(() => CountAsync(journal, 3, patience.Token));
        await using IStudyJournalWriter writer = await other.OpenAsync(Study);
        await writer.AppendAsync(One, Event);
        await writer.AppendAsync(One, Event, Event);
        Expect.Equal(3L, await follower, "the last entry followed");
    }

    private static async Task<long> CountAsync(
        IStudyJournal journal, long until, CancellationToken cancellation)
    {
        long last = 0;
        await foreach (JournalEntry entry in
            journal.FollowAsync(Study, SequenceNumber.None, cancellation))
        {
            Expect.Equal(++last, entry.Sequence.Value, "the next entry followed");
            if (last == until)
                break;
        }

        return last;
    }

    private static async Task ExpectNextAsync(
        IAsyncEnumerator<JournalEntry> follower, long sequence)
    {
        Expect.True(await follower.MoveNextAsync(), $"there is an entry {sequence}");
        Expect.Equal(sequence, follower.Current.Sequence.Value, "the next entry followed");
    }
}
