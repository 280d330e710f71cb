using ActorTune.Journal;
using ActorTune.Studies;
using ActorTune.Studies.Events;

namespace ActorTune.TestKit.Journal;

/// <summary>What readers see.</summary>
internal static class ReadCases
{
    private static readonly StudyId Study = new("study");
    private static readonly Epoch One = new(1);
    private static readonly StudyEvent Event = StudyEventSamples.Measurement;

    internal static IReadOnlyList<StudyJournalCase> All { get; } =
    [
        StudyJournalCase.Of("A study without entries reads as empty", ReadsNothing),
        StudyJournalCase.Of("Reading starts anywhere, also inside a batch", StartsAnywhere),
        StudyJournalCase.Of("Studies do not mix", KeepsStudiesApart),
        StudyJournalCase.Of("The list names studies with entries in order", ListsStudies),
        StudyJournalCase.Of("An unfinished reader does not stop the writer", ReaderStopsNobody),
        StudyJournalCase.Of("A cancelled reader ends", CancelledReaderEnds),
    ];

    private static async Task ReadsNothing(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        Expect.Equal(0, (await journal.ReadAllAsync(Study)).Count, "entries of an unknown study");
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        Expect.Equal(SequenceNumber.None, writer.Head, "the head of a new study");
        Expect.Equal(new Epoch(0), writer.LastEpoch, "the last epoch of a new study");
        Expect.Equal(0, (await journal.ReadAllAsync(Study)).Count, "entries after opening");
        Expect.Equal(
            0, (await journal.ListAsync(CancellationToken.None)).Count, "studies after opening");
    }

    private static async Task StartsAnywhere(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        var all = new List<JournalEntry>();
        foreach (int size in new[] { 1, 5, 1, 3 })
            all.AddRange(await writer.AppendAsync(One, [.. Enumerable.Repeat(Event, size)]));
        for (int after = 0; after <= all.Count + 1; after++)
        {
            Expect.Entries(
                all.Skip(after),
                await journal.ReadAllAsync(Study, new SequenceNumber(after)),
                $"reading after {after}");
        }
    }

    private static async Task KeepsStudiesApart(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        var names = new[] { "a", "A", "a.b", "a-b", "a_b" };
        var expected = new Dictionary<StudyId, IReadOnlyList<JournalEntry>>();
        foreach (string name in names)
        {
            var study = new StudyId(name);
            await using IStudyJournalWriter writer = await journal.OpenAsync(study);
            expected[study] =
                await writer.AppendAsync(One, new MessageRejected(name, "for telling apart"));
        }

        foreach ((StudyId study, IReadOnlyList<JournalEntry> entries) in expected)
            Expect.Entries(entries, await journal.ReadAllAsync(study), $"reading '{study}'");
    }

    private static async Task ListsStudies(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        foreach (string name in new[] { "b", "B", "a" })
        {
            await using IStudyJournalWriter writer = await journal.OpenAsync(new StudyId(name));
            await writer.AppendAsync(One, Event);
            await writer.AppendAsync(One, Event, Event);
        }

        IReadOnlyList<StudyListing> listings = await journal.ListAsync(CancellationToken.None);
        Expect.Equal("B a b", string.Join(' ', listings.Select(one => one.Study)), "the names");
        foreach (StudyListing listing in listings)
        {
            Expect.Equal(3L, listing.EventCount, "the number of events");
            Expect.Equal(new SequenceNumber(3), listing.Head, "the head");
            Expect.Equal(StudyEventSamples.Start.AddSeconds(1), listing.CreatedAt, "the first");
            Expect.Equal(StudyEventSamples.Start.AddSeconds(3), listing.LastAt, "the last");
        }
    }

    private static async Task ReaderStopsNobody(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        for (int i = 0; i < 10; i++)
            await writer.AppendAsync(One, Event, Event);
        await using IAsyncEnumerator<JournalEntry> reader = journal
            .ReadAsync(Study, SequenceNumber.None, CancellationToken.None)
            .GetAsyncEnumerator();
        Expect.True(await reader.MoveNextAsync(), "there is a first entry");
        for (int i = 0; i < 10; i++)
            await writer.AppendAsync(One, Event);
        long last = reader.Current.Sequence.Value;
        while (await reader.MoveNextAsync())
            Expect.Equal(++last, reader.Current.Sequence.Value, "the next entry");
        Expect.True(last >= 20, $"a reader sees what was there when it began, it saw {last} of 20");
    }

    private static async Task CancelledReaderEnds(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        await writer.AppendAsync(One, Event, Event, Event);
        using var source = new CancellationTokenSource();
        await Expect.ThrowsAsync<OperationCanceledException>(
            async () =>
            {
                await foreach (JournalEntry unused in
                    journal.ReadAsync(Study, SequenceNumber.None, source.Token))
                    await source.CancelAsync();
            },
            "reading on after cancelling");
    }
}
