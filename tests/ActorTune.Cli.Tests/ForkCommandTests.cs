namespace ActorTune.Cli.Tests;

/// <summary>Forking a study that ran, and going on with it.</summary>
public sealed class ForkCommandTests
{
    private const string Factor = "scheduler.asha.reduction-factor=4";

    [Fact]
    public async Task A_fork_goes_on_under_its_own_rule_and_verifies()
    {
        using var folder = new CliFolder();
        Studies.In(folder);
        await folder.RunAsync("run", "@study.conf");

        CliRun fork = await folder.RunAsync(
            "fork", "@study.conf", "--at", "60", "--as", "wide", "--set", Factor);
        CliRun shown = await folder.RunAsync("show", "wide", "-j", "@studies.db");
        CliRun run = await folder.RunAsync(
            "run", "@study.conf", "--resume", "--set", "study=wide", "--set", Factor);
        CliRun verified = await folder.RunAsync(
            "journal", "verify", "--reasons", "-j", "@studies.db");

        Assert.Equal(("", ExitCode.Ok), (fork.Error, fork.Code));
        Assert.EndsWith(
            "actortune run FOLDER/study.conf --resume --set study=wide --set "
            + "scheduler.asha.reduction-factor=4\n",
            fork.Out);
        Assert.Contains("\n  forked from 'tuned' at event 60\n", shown.Out);
        Assert.Contains("asha(min-resource=1, reduction-factor=4)", shown.Out);
        Assert.Equal(("", ExitCode.Ok), (run.Error, run.Code));
        Assert.Contains("Study 'wide' is finished", run.Out);
        Assert.Equal(("", ExitCode.Ok), (verified.Error, verified.Code));
    }

    [Fact]
    public async Task A_fork_says_what_it_shares_and_what_it_changes()
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha);

        CliRun fork = await folder.RunAsync(
            "fork", "simulated", "-j", "@studies.db", "--folder", "@files", "--at", "80",
            "--set", "search-space.x.float=[0.5, 1]", "--set", "scheduler.asha.reduction-factor=2",
            "--set", "stop.trials=15");

        Assert.Equal(("", ExitCode.Ok), (fork.Error, fork.Code));
        Golden.Check("fork.txt", fork.Out);
    }

    [Fact]
    public async Task A_fork_of_a_recorded_study_writes_a_file_to_go_on_with()
    {
        using var folder = new CliFolder();
        Studies.In(folder);
        await folder.RunAsync("run", "@study.conf");

        CliRun fork = await folder.RunAsync(
            "fork", "tuned", "-j", "@studies.db", "--folder", "@files", "--write", "@more.conf",
            "--set", "stop.trials=12", "--set", "search-space.x.float=[0.5, 1]");
        CliRun run = await folder.RunAsync("run", "@more.conf", "--resume");
        CliRun verified = await folder.RunAsync("journal", "verify", "-j", "@studies.db");

        Assert.Equal(("", ExitCode.Ok), (fork.Error, fork.Code));
        Assert.Contains("Study 'tuned-fork' shares the events 1 to ", fork.Out);
        Assert.Contains("  the trial scheduler goes on as it stood\n", fork.Out);
        Assert.Contains("trials do not fit the search space any more", fork.Out);
        Assert.EndsWith("actortune run FOLDER/more.conf --resume\n", fork.Out);
        Assert.Equal(("", ExitCode.Ok), (run.Error, run.Code));
        Assert.Contains("12 trials:", run.Out);
        Assert.Equal(("", ExitCode.Ok), (verified.Error, verified.Code));
    }

    [Fact]
    public async Task Checkpoints_are_shared_and_each_study_drops_its_own_names()
    {
        using var folder = new CliFolder();
        Studies.In(folder);
        await folder.RunAsync("run", "@study.conf");
        await folder.RunAsync("fork", "@study.conf", "--as", "copy");
        string[] there = Names(folder, "tuned");
        string[] here = Names(folder, "copy");

        // There may lie more: a study can end before its worker came to delete what was replaced.
        Assert.NotEmpty(here);
        Assert.Subset(there.ToHashSet(), here.ToHashSet());
        Directory.Delete(folder.In("files/tuned"), recursive: true);
        Assert.Equal(here, Names(folder, "copy"));
    }

    [Fact]
    public async Task A_fork_while_the_parent_is_open_elsewhere_works()
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha);
        await using var journal = new SqliteStudyJournal(folder.Journal);
        await using IStudyJournalWriter writer =
            await journal.OpenWriterAsync(Studies.Asha.Study, default);

        CliRun fork = await folder.RunAsync(
            "fork", "simulated", "-j", "@studies.db", "--folder", "@files", "--at", "20", "--json");

        Assert.Equal(("", ExitCode.Ok), (fork.Error, fork.Code));
        Golden.Check("fork.json", fork.Out);
    }

    [Theory]
    [InlineData("--at 100000", 8, "has the events 1 to ")]
    [InlineData("--at 0", 8, "not 0")]
    [InlineData("--as simulated", 2, "choose another name with --as")]
    [InlineData("--as a/b", 2, "cannot name a study")]
    [InlineData("--set stop.trials=-1", 2, "stop.trials")]
    [InlineData("--set scheduler.asha.reduction-factor=1", 2, "reduction-factor")]
    [InlineData("--set scheduler=wilcoxon", 2, "scheduler: 'wilcoxon' cannot take over")]
    [InlineData("--set scheduler=pbt", 2, "'pbt' cannot take over")]
    [InlineData("--set search-space.y.float=[0,1]", 2, "search-space.y: a fork cannot add")]
    [InlineData("--set objective.direction=minimize", 2, "objective: what earlier trials")]
    [InlineData("--set seed=1", 2, "seed: the seeds of earlier trials")]
    [InlineData("--set nonsense=1", 2, "nonsense")]
    public async Task What_makes_no_sense_is_refused_and_nothing_is_written(
        string words, int code, string message)
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha);

        CliRun fork = await folder.RunAsync(
            ["fork", "simulated", "-j", "@studies.db", "--folder", "@files", .. words.Split(' ')]);

        Assert.Contains(message, fork.Error);
        Assert.Equal(code, fork.Code);
        Assert.False(Directory.Exists(folder.In("files")));
        CliRun studies = await folder.RunAsync("studies", "-j", "@studies.db", "--json");
        Assert.DoesNotContain("fork", studies.Out);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha);

        CliRun fork = await folder.RunAsync(
            "fork", "simulated", "-j", "@studies.db",
            "--set", "seed=1", "--set", "resource.unit=step", "--set", "search-space.z.int=[1,2]");

        Assert.Equal(ExitCode.BadInput, fork.Code);
        Assert.Equal(3, fork.Error.Split("error: ").Length - 1);
    }

    private static string[] Names(CliFolder folder, string study) =>
    [
        .. Directory.EnumerateDirectories(
            folder.In($"files/{study}"), "checkpoint-*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".partial", StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(folder.In($"files/{study}"), path))
            .Order(StringComparer.Ordinal),
    ];
}
