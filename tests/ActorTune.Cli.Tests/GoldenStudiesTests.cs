using ActorTune.Cli.Comparing;

namespace ActorTune.Cli.Tests;

/// <summary>
/// Journals of whole studies are kept and every decision in them is taken again. A rule that is
/// changed on purpose gets another version, and a further journal (ACTORTUNE_ACCEPT=1 writes those
/// that are missing); those of earlier rules stay and must still be read and folded.
/// </summary>
public sealed class GoldenStudiesTests
{
    public static TheoryData<string> Kept =>
        [.. GoldenStudies.Files.Select(path => Path.GetFileName(path)!)];

    public static TheoryData<string> Successions => [.. GoldenSuccessions.All.Keys];

    public static TheoryData<string> Names => [.. GoldenStudies.All.Keys];

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task Every_decision_of_a_kept_study_is_taken_again(string file)
    {
        string path = GoldenStudies.Files.Single(path => Path.GetFileName(path) == file);
        VerificationReport report = StudyVerification.Run(await GoldenStudies.ReadAsync(path));
        Assert.True(report.IsClean, $"{file}:\n" + string.Join('\n', report.Problems.Take(3).Select(
            problem => $"event {problem.Sequence}: {problem.Message}")));
        Assert.True(report.Recomputed == report.Decisions || report.ForeignVersions.Count > 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_study_runs_as_it_ran(string name)
    {
        StudySpecification study = GoldenStudies.All[name];
        await CheckAsync(GoldenStudies.Simulate(study), GoldenStudies.FileOf(study));
    }

    [Theory]
    [MemberData(nameof(Successions))]
    public async Task A_forked_or_switched_study_runs_as_it_ran(string name) =>
        await CheckAsync(GoldenSuccessions.All[name](), GoldenSuccessions.FileOf(name));

    private static async Task CheckAsync(IReadOnlyList<JournalEntry> now, string path)
    {
        bool isAccepted = Environment.GetEnvironmentVariable("ACTORTUNE_ACCEPT") is not null;
        if (isAccepted && !File.Exists(path))
            await WriteAsync(path, now);
        JournalDifference difference = await JournalComparison.FindAsync(
            (await GoldenStudies.ReadAsync(path)).ToAsyncEnumerable(),
            now.ToAsyncEnumerable(),
            ComparedParts.All,
            default);
        var text = new StringWriter();
        difference.Write(text);
        Assert.True(difference.AreEqual, $"{path} is A, this build is B. {text}");
        Assert.Contains(now, entry => entry.Event is StudyFinished);
    }

    [Fact]
    public void Every_scheduler_has_a_kept_study() => Assert.Empty(
        StandardStrategies.SchedulerNames.Except(
            GoldenStudies.All.Values.Select(study => study.Scheduler.Name)));

    private static async Task WriteAsync(string path, IReadOnlyList<JournalEntry> entries)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var output = new StreamWriter(path);
        await JournalExport.WriteJsonLinesAsync(entries.ToAsyncEnumerable(), output, default);
    }
}
