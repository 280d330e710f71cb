using ActorTune.Journal;
using ActorTune.Studies;
using ActorTune.Studies.Events;

namespace ActorTune.TestKit.Journal;

/// <summary>Opening, taking over, opening again.</summary>
internal static class WriterCases
{
    private static readonly StudyId Study = new("study");
    private static readonly Epoch One = new(1);
    private static readonly Epoch Two = new(2);
    private static readonly StudyEvent Event = StudyEventSamples.Measurement;

    internal static IReadOnlyList<StudyJournalCase> All { get; } =
    [
        StudyJournalCase.Of("A new writer finds head and epoch", FindsTheEnd),
        StudyJournalCase.Of("Refreshing tells the journal's own head", Refreshes),
        StudyJournalCase.Of("A writer of another study is not in the way", OtherStudiesAreFree),
        new(
            "A second writer is refused until the first one is closed",
            StudyJournalTraits.LocksWriters,
            StudyJournalTraits.None,
            RefusesSecondWriter),
        new(
            "A second opening of the store finds the study locked",
            StudyJournalTraits.LocksWriters | StudyJournalTraits.Reopens,
            StudyJournalTraits.None,
            LocksAcrossOpenings),
        new(
            "Without locks a newer epoch takes the study over",
            StudyJournalTraits.None,
            StudyJournalTraits.LocksWriters,
            NewerEpochTakesOver),
        new(
            "What was appended is there after opening again",
            StudyJournalTraits.Reopens,
            StudyJournalTraits.None,
            SurvivesOpening),
    ];

    private static async Task FindsTheEnd(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        await using (IStudyJournalWriter first = await journal.OpenAsync(Study))
            await first.AppendAsync(Two, Event, Event, Event);
        await using IStudyJournalWriter second = await journal.OpenAsync(Study);
        Expect.Equal(Study, second.Study, "the study");
        Expect.Equal(new SequenceNumber(3), second.Head, "the head");
        Expect.Equal(Two, second.LastEpoch, "the last epoch");
        await second.AppendAsync(Two.Next, Event);
    }

    private static async Task Refreshes(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        Expect.Equal(
            SequenceNumber.None, await writer.RefreshAsync(CancellationToken.None), "at first");
        await writer.AppendAsync(One, Event, Event);
        SequenceNumber head = await writer.RefreshAsync(CancellationToken.None);
        Expect.Equal(new SequenceNumber(2), head, "after an append");
        Expect.Equal(head, writer.Head, "the head kept");
        Expect.Equal(One, writer.LastEpoch, "the epoch kept");
    }

    private static async Task OtherStudiesAreFree(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        await using IStudyJournalWriter first = await journal.OpenAsync(Study);
        await using IStudyJournalWriter second = await journal.OpenAsync(new StudyId("other"));
        await first.AppendAsync(One, Event);
        await second.AppendAsync(One, Event);
        await first.AppendAsync(One, Event);
        Expect.Equal(2, (await journal.ReadAllAsync(Study)).Count, "entries of the first study");
    }

    private static async Task RefusesSecondWriter(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        await using (IStudyJournalWriter first = await journal.OpenAsync(Study))
        {
            StudyInUseException error = await Expect.ThrowsAsync<StudyInUseException>(
                async () => await journal.OpenAsync(Study), "a second writer");
            Expect.Equal(Study, error.Study, "the study in use");
            Expect.Equal(WriterIdentity.Current, error.Holder, "the holder");
            await first.AppendAsync(One, Event);
        }

        await using IStudyJournalWriter third = await journal.OpenAsync(Study);
        await third.AppendAsync(Two, Event);
    }

    private static async Task LocksAcrossOpenings(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        await using IStudyJournalWriter first = await journal.OpenAsync(Study);
        await using IStudyJournal other = subject.Open();
        await Expect.ThrowsAsync<StudyInUseException>(
            async () => await other.OpenAsync(Study), "a writer of a second opening");
        await first.AppendAsync(One, Event);
        Expect.Equal(1, (await other.ReadAllAsync(Study)).Count, "entries the other one reads");
    }

    private static async Task NewerEpochTakesOver(StudyJournalSubject subject)
    {
        await using IStudyJournal journal = subject.Open();
        await using IStudyJournalWriter first = await journal.OpenAsync(Study);
        await first.AppendAsync(One, Event);
        await using IStudyJournalWriter second = await journal.OpenAsync(Study);
        await second.AppendAsync(Two, Event);
        AppendOutcome outcome = await first.AppendAsync(
            One,
            new SequenceNumber(2),
            JournalOperations.Number(new SequenceNumber(2), One, Event),
            CancellationToken.None);
        Expect.Equal(AppendOutcome.StaleEpoch, outcome, "the first writer's next append");
        Expect.Equal(Two, first.LastEpoch, "the epoch that the first writer now knows");
    }

    private static async Task SurvivesOpening(StudyJournalSubject subject)
    {
        IReadOnlyList<JournalEntry> expected;
        await using (IStudyJournal journal = subject.Open())
        {
            await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
            expected = await writer.AppendAsync(Two, Event, Event);
        }

        await using IStudyJournal again = subject.Open();
        Expect.Entries(expected, await again.ReadAllAsync(Study), "reading after opening again");
        await using IStudyJournalWriter next = await again.OpenAsync(Study);
        Expect.Equal(new SequenceNumber(2), next.Head, "the head");
        Expect.Equal(Two, next.LastEpoch, "the last epoch");
        await next.AppendAsync(Two.Next, Event);
    }
}
