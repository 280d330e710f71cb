using ActorTune.Journal;
using ActorTune.Studies;
using ActorTune.Studies.Events;

namespace ActorTune.TestKit.Journal;

/// <summary>What an append does and refuses.</summary>
internal static class AppendCases
{
    private static readonly StudyId Study = new("study");
    private static readonly Epoch One = new(1);
    private static readonly Epoch Two = new(2);
    private static readonly StudyEvent Event = StudyEventSamples.Measurement;

    internal static IReadOnlyList<StudyJournalCase> All { get; } =
    [
        StudyJournalCase.Of("What was appended reads back as it was", ReadsBack),
        StudyJournalCase.Of("Every kind of event survives", KeepsEveryKind),
        StudyJournalCase.Of("A batch of 5,000 entries is one append", TakesLargeBatches),
        StudyJournalCase.Of("An expected head behind or ahead is a conflict", RefusesOtherHeads),
        StudyJournalCase.Of("An older epoch is stale whatever the head", RefusesOldEpochs),
        StudyJournalCase.Of("A refused batch leaves nothing behind", RefusedLeavesNothing),
        StudyJournalCase.Of("A wrongly numbered or empty batch is an error", RefusesWrongNumbers),
        StudyJournalCase.Of("A cancelled append writes nothing", CancelledWritesNothing),
        StudyJournalCase.Of("Two studies may be written at the same time", WritesSideBySide),
    ];

    private static async Task ReadsBack(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        var expected = new List<JournalEntry>();
        expected.AddRange(await writer.AppendAsync(One, Event));
        expected.AddRange(await writer.AppendAsync(One, Event, new WallTimeReached()));
        Expect.Entries(expected, await journal.ReadAllAsync(Study), "reading");
        Expect.Equal(new SequenceNumber(3), writer.Head, "the writer's head");
        Expect.Equal(One, writer.LastEpoch, "the writer's last epoch");
    }

    private static async Task KeepsEveryKind(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        IReadOnlyList<JournalEntry> expected = await writer.AppendAsync(
            One, [.. StudyEventSamples.All.Select(sample => sample.Value)]);
        Expect.Entries(expected, await journal.ReadAllAsync(Study), "reading");
    }

    private static async Task TakesLargeBatches(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        IReadOnlyList<JournalEntry> expected =
            await writer.AppendAsync(One, [.. Enumerable.Repeat(Event, 5_000)]);
        Expect.Entries(expected, await journal.ReadAllAsync(Study), "reading");
    }

    private static async Task RefusesOtherHeads(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        await writer.AppendAsync(One, Event, Event, Event);
        foreach (long head in new long[] { 0, 2, 4, 100 })
        {
            AppendOutcome outcome = await TryAsync(writer, One, head);
            Expect.Equal(AppendOutcome.Conflict, outcome, $"an append after {head}, the head is 3");
            Expect.Equal(new SequenceNumber(3), writer.Head, "the head after a conflict");
        }
    }

    private static async Task RefusesOldEpochs(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        await writer.AppendAsync(Two, Event);
        foreach (long head in new long[] { 0, 1, 7 })
        {
            AppendOutcome outcome = await TryAsync(writer, One, head);
            Expect.Equal(AppendOutcome.StaleEpoch, outcome, $"epoch 1 after 2, expecting {head}");
        }

        AppendOutcome newer = await TryAsync(writer, new Epoch(9), 1);
        Expect.Equal(AppendOutcome.Appended, newer, "an epoch that skips some");
        Expect.Equal(new Epoch(9), writer.LastEpoch, "the last epoch");
    }

    private static async Task RefusedLeavesNothing(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        IReadOnlyList<JournalEntry> expected = await writer.AppendAsync(Two, Event);
        await TryAsync(writer, Two, 7);
        await TryAsync(writer, One, 1);
        Expect.Entries(expected, await journal.ReadAllAsync(Study), "after refused appends");
        await writer.AppendAsync(Two, Event);
        Expect.Equal(2, (await journal.ReadAllAsync(Study)).Count, "entries after going on");
    }

    private static async Task RefusesWrongNumbers(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        IReadOnlyList<JournalEntry> right =
            JournalOperations.Number(SequenceNumber.None, One, Event, Event);
        IReadOnlyList<JournalEntry>[] wrong =
        [
            [],
            [right[1]],
            [right[0], right[0]],
            [right[0], right[1] with { Epoch = Two }],
        ];
        foreach (IReadOnlyList<JournalEntry> batch in wrong)
        {
            await Expect.ThrowsAsync<ArgumentException>(
                async () => await writer.AppendAsync(
                    One, SequenceNumber.None, batch, CancellationToken.None),
                "a wrongly numbered batch");
        }

        Expect.Equal(0, (await journal.ReadAllAsync(Study)).Count, "entries after wrong batches");
    }

    private static async Task CancelledWritesNothing(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        IReadOnlyList<JournalEntry> batch =
            JournalOperations.Number(SequenceNumber.None, One, Event);
        await Expect.ThrowsAsync<OperationCanceledException>(
            async () => await writer.AppendAsync(
                One, SequenceNumber.None, batch, new CancellationToken(true)),
            "an append that is cancelled from the start");
        Expect.Equal(0, (await journal.ReadAllAsync(Study)).Count, "entries after cancelling");
        await writer.AppendAsync(One, Event);
    }

    private static async Task WritesSideBySide(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        StudyId[] studies = [.. Enumerable.Range(0, 4).Select(i => new StudyId($"study-{i}"))];
        await Task.WhenAll(studies.Select(study => Task.Run(() => WriteAsync(journal, study))));
        foreach (StudyId study in studies)
        {
            List<JournalEntry> entries = await journal.ReadAllAsync(study);
            Expect.Equal(60, entries.Count, $"entries of {study}");
            Expect.Equal(60L, entries[^1].Sequence.Value, $"the head of {study}");
        }
    }

    private static async Task WriteAsync(IStudyJournal journal, StudyId study)
    {
        await using IStudyJournalWriter writer = await journal.OpenAsync(study);
        for (int i = 0; i < 20; i++)
            await writer.AppendAsync(One, Event, Event, Event);
    }

    private static ValueTask<AppendOutcome> TryAsync(
        IStudyJournalWriter writer, Epoch epoch, long head)
    {
        var expected = new SequenceNumber(head);
        return writer.AppendAsync(
            epoch,
            expected,
            JournalOperations.Number(expected, epoch, Event),
            CancellationToken.None);
    }
}
