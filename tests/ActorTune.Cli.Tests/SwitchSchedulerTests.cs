namespace ActorTune.Cli.Tests;

/// <summary>Another trial scheduler takes over a stored study.</summary>
public sealed class SwitchSchedulerTests
{
    [Fact]
    public async Task A_paused_study_changes_over_and_goes_on()
    {
        using var folder = new CliFolder();
        Studies.In(folder, "trials = 9", "trials = 40");
        folder.OnInterrupt = interrupt => _ = InterruptAsync(folder.Journal, interrupt);
        CliRun paused = await folder.RunAsync("run", "@study.conf");

        CliRun change = await folder.RunAsync(
            "switch-scheduler", "@study.conf", "--to", "hyperband { reduction-factor = 2 }");
        CliRun other = await folder.RunAsync("run", "@study.conf", "--resume");
        folder.OnInterrupt = _ => { };
        CliRun run = await folder.RunAsync(
            "run", "@study.conf", "--resume", "--set", "scheduler=null",
            "--set", "scheduler.hyperband.reduction-factor=2");
        CliRun verified = await folder.RunAsync(
            "journal", "verify", "@study.conf", "--reasons");

        Assert.Equal(ExitCode.Interrupted, paused.Code);
        Assert.Matches(
            @"^Study 'tuned' changed at event \d+ from asha\(min-resource=1\) to "
            + @"hyperband\(reduction-factor=2\)\.\n  \d+ trials were entered in every rung",
            change.Out);
        Assert.Contains("scheduler.name: recorded \"hyperband\", now \"asha\"", other.Error);
        Assert.All([change, run, verified], one => Assert.Equal(("", 0), (one.Error, one.Code)));
    }

    private static async Task InterruptAsync(string path, Action interrupt)
    {
        await using var journal = new SqliteStudyJournal(path);
        await foreach (JournalEntry entry in journal.FollowAsync(
            new StudyId("tuned"), SequenceNumber.None, default))
        {
            if (entry.Sequence.Value < 60)
                continue;
            interrupt();
            return;
        }
    }

    [Theory]
    [InlineData("wilcoxon", 2, "'wilcoxon' cannot take over")]
    [InlineData("hyperband { mode = synchronous }", 2, "'hyperband' cannot take over")]
    [InlineData("nothing", 2, "there is no 'nothing'")]
    [InlineData("asha { reduction-factor = 1 }", 2, "reduction-factor")]
    [InlineData("{ ", 2, "command line")]
    public async Task What_cannot_take_over_is_refused(string to, int code, string message)
    {
        using var folder = new CliFolder();
        IReadOnlyList<JournalEntry> events = await folder.SimulateAsync(
            Studies.Asha, entries => [.. entries.Take(40)]);

        CliRun change = await folder.RunAsync(
            "switch-scheduler", "simulated", "-j", "@studies.db", "--to", to);
        CliRun shown = await folder.RunAsync("show", "-j", "@studies.db", "--json");

        Assert.Contains(message, change.Error);
        Assert.Equal(code, change.Code);
        Assert.Contains("\"sequence\": 40", shown.Out);
        Assert.Equal(40, events.Count);
    }

    [Fact]
    public async Task A_study_that_ended_or_runs_elsewhere_is_left_alone()
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha);
        string[] words = ["switch-scheduler", "-j", "@studies.db", "--to", "median"];

        CliRun ended = await folder.RunAsync(words);
        await using var journal = new SqliteStudyJournal(folder.Journal);
        await using IStudyJournalWriter writer =
            await journal.OpenWriterAsync(Studies.Asha.Study, default);
        CliRun inUse = await folder.RunAsync(words);

        Assert.Equal(ExitCode.BadInput, ended.Code);
        Assert.Contains("The study has ended", ended.Error);
        Assert.Equal(ExitCode.JournalUnusable, inUse.Code);
        Assert.Contains("switch then, and resume it", inUse.Error);
    }
}
