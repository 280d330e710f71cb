using ActorTune.Objectives;

namespace ActorTune.Journal.Tests;

public sealed class JournalExportTests
{
    private static readonly StudyId Study = new("study");
    private static readonly Epoch One = new(1);
    private static readonly AttemptId Attempt = new(new TrialNumber(3), 1);

    [Fact]
    public async Task Json_lines_read_back_as_they_were()
    {
        await using IStudyJournal journal = await WithAllEventsAsync();
        var output = new StringWriter();
        await JournalExport.WriteJsonLinesAsync(
            journal.ReadAsync(Study, SequenceNumber.None, default), output, default);
        var entries = new List<JournalEntry>();
        await foreach (JournalEntry entry in
            JournalImport.ReadJsonLinesAsync(new StringReader(output.ToString())))
            entries.Add(entry);
        Assert.Equal(
            (await journal.ReadAllAsync(Study)).Select(EntryText.Of), entries.Select(EntryText.Of));
    }

    [Fact]
    public async Task A_json_line_is_this_text()
    {
        await using var journal = new InMemoryStudyJournal();
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        await writer.AppendAsync(One, new WallTimeReached());
        var output = new StringWriter();
        await JournalExport.WriteJsonLinesAsync(
            journal.ReadAsync(Study, SequenceNumber.None, default), output, default);
        Assert.Equal(
            "{\"seq\":1,\"epoch\":1,\"at\":\"2026-01-31T12:00:01.0000000Z\","
                + "\"event\":{\"e\":\"wall-time-reached\",\"v\":1}}\n",
            output.ToString());
    }

    [Fact]
    public async Task Measurements_are_a_table_with_a_column_for_every_metric()
    {
        await using var journal = new InMemoryStudyJournal();
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        await writer.AppendAsync(
            One,
            new MeasurementReported(Attempt, 1, new Resource(1), new MetricSet("loss", 0.1 + 0.2)),
            new WallTimeReached(),
            new MeasurementReported(
                Attempt, 2, new Resource(2), new MetricSet(["a,b", "loss"], [double.NaN, 1e300])));
        var output = new StringWriter();
        await JournalExport.WriteMeasurementsAsync(journal, Study, output, default);
        Assert.Equal(
            """
            trial,attempt,report,resource,loss,"a,b",at
            3,1,1,1,0.30000000000000004,,2026-01-31T12:00:01.0000000Z
            3,1,2,2,1E+300,NaN,2026-01-31T12:00:03.0000000Z

            """.ReplaceLineEndings("\n"),
            output.ToString());
    }

    [Theory]
    [InlineData("{}", "Line 2 is not an entry of a journal: an entry has no field 'seq'")]
    [InlineData("no json", "Line 2 is not an entry of a journal: ")]
    [InlineData(
        """{"seq":1,"epoch":1,"at":"2026-01-31T12:00:00Z","event":{"e":"x","v":1}}""",
        "Line 2 is not an entry of a journal: The journal holds an event 'x' (version 1) that")]
    public async Task A_bad_line_is_named(string line, string message)
    {
        var input = new StringReader("\n" + line);
        JournalException error = await Assert.ThrowsAsync<JournalException>(async () =>
        {
            await foreach (JournalEntry entry in JournalImport.ReadJsonLinesAsync(input))
                Assert.Fail($"{entry} was read.");
        });
        Assert.StartsWith(message, error.Message);
    }

    private static async Task<IStudyJournal> WithAllEventsAsync()
    {
        var journal = new InMemoryStudyJournal();
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        await writer.AppendAsync(One, [.. StudyEventSamples.All.Select(sample => sample.Value)]);
        return journal;
    }
}
