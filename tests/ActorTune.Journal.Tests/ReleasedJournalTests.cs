namespace ActorTune.Journal.Tests;

/// <summary>
/// Journals written by each release are kept for ever and read by every build since. A release adds
/// a folder (ACTORTUNE_WRITE_GOLDEN=1 writes those of the current version that are missing) and
/// never touches the older ones.
/// </summary>
public sealed class ReleasedJournalTests
{
    private const string Current = "0.1";

    /// <summary>Samples of what that release could not write yet.</summary>
    private static readonly string[] Later =
    [
        "study-created.extended", "trial-suggested.child", "trial-imported",
        "stop-conditions-changed.regret-bound", "stop-conditions-changed.regret-of-folds",
        "study-ending.regret-bound", "trial-reused", "trial-reused.open", "sampler-exhausted.reuse",
        "study-created.strict", "logical-time-reached", "attempt-placed",
        "attempt-placed.from-nothing", "attempt-waited", "attempt-yielded", "repeat-started",
        "repeat-compared", "repeat-compared.other", "study-held",
        "study-forked", "scheduler-switch-requested", "scheduler-switched",
    ];

    [Fact]
    public async Task The_journal_of_all_events_reads_as_it_was_written()
    {
        List<JournalEntry> entries = await ReadAsync("all-events.jsonl");
        IReadOnlyList<JournalEntry> expected = AllEvents();
        Assert.Equal(expected.Select(EntryText.Of), entries.Select(EntryText.Of));
    }

    [Fact]
    public async Task The_journal_of_a_short_study_reads_as_it_was_written()
    {
        List<JournalEntry> entries = await ReadAsync("short-study.jsonl");
        Assert.Equal(ShortStudy().Select(EntryText.Of), entries.Select(EntryText.Of));
    }

    private static async Task<List<JournalEntry>> ReadAsync(string name)
    {
        string path = Path.Combine(TestFiles.Fixtures(Current), name);
        if (TestFiles.Writes && !File.Exists(path))
            await WriteAsync(path, name == "all-events.jsonl" ? AllEvents() : ShortStudy());
        using var input = new StreamReader(path);
        var entries = new List<JournalEntry>();
        await foreach (JournalEntry entry in JournalImport.ReadJsonLinesAsync(input))
            entries.Add(entry);
        return entries;
    }

    private static async Task WriteAsync(string path, IReadOnlyList<JournalEntry> entries)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var output = new StreamWriter(path);
        await JournalExport.WriteJsonLinesAsync(entries.ToAsyncEnumerable(), output, default);
    }

    private static IReadOnlyList<JournalEntry> AllEvents() => JournalOperations.Number(
        SequenceNumber.None,
        new Epoch(1),
        [
            .. StudyEventSamples.All.Where(sample => !Later.Contains(sample.Key))
                .Select(sample => sample.Value),
        ]);

    private static IReadOnlyList<JournalEntry> ShortStudy()
    {
        var epoch = new Epoch(1);
        IReadOnlyList<JournalEntry> first = JournalOperations.Number(
            SequenceNumber.None,
            epoch,
            new StudyCreated(StudySpecificationSamples.Small),
            new CoordinatorStarted(epoch, "0.1.0", ["random/1", "run-to-completion/1"]),
            StudyEventSamples.Measurement);
        IReadOnlyList<JournalEntry> second = JournalOperations.Number(
            first[^1].Sequence,
            epoch.Next,
            new CoordinatorStarted(epoch.Next, "0.1.0", ["random/1", "run-to-completion/1"]),
            new StudyFinished(EndReason.Trials, new TrialNumber(12)));
        return [.. first, .. second];
    }
}
