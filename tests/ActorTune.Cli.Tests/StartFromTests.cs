namespace ActorTune.Cli.Tests;

/// <summary>Studies that start from earlier ones.</summary>
public sealed class StartFromTests
{
    [Fact]
    public async Task Run_and_plan_say_what_a_study_starts_from_and_its_journal_is_verified()
    {
        using var folder = new CliFolder();
        Studies.In(folder);
        await folder.RunAsync("run", "@study.conf");
        Studies.In(folder, "study = tuned", "study = next\nstart-from = [tuned]");

        CliRun plan = await folder.RunAsync("plan", "@study.conf");
        Assert.Equal(("", ExitCode.Ok), (plan.Error, plan.Code));
        Assert.Contains("  started from 9 trials of tuned\n", plan.Out);
        CliRun run = await folder.RunAsync("run", "@study.conf");
        Assert.Equal(("", ExitCode.Ok), (run.Error, run.Code));
        Assert.Contains("  started from 9 trials of tuned\n", run.Out);
        CliRun verified = await folder.RunAsync("journal", "verify", "@study.conf");
        Assert.Equal(("", ExitCode.Ok), (verified.Error, verified.Code));
        CliRun resumed = await folder.RunAsync("run", "@study.conf", "--resume");
        Assert.Equal(ExitCode.Ok, resumed.Code);
        Assert.DoesNotContain("started from", resumed.Out);
    }

    [Fact]
    public async Task An_earlier_study_may_be_in_another_journal_and_fit_in_part_or_not_at_all()
    {
        using var folder = new CliFolder();
        Studies.In(folder);
        string other = folder.In("other.db");
        await folder.RunAsync("run", "@study.conf", "--journal", other);
        string from = $"start-from = [{{ study = tuned, journal = \"{other}\" }}]";
        Studies.In(folder, "optimizer { choice = [sgd, adam] }", $$"""
            optimizer { choice = [sgd, adam] }
            gain { float = [0, 1] }
            """);
        await File.AppendAllTextAsync(folder.In("study.conf"), "\n" + from);

        CliRun plan = await folder.RunAsync("plan", "@study.conf");

        Assert.Equal(("", ExitCode.Ok), (plan.Error, plan.Code));
        Assert.Contains(
            "started from 0 trials of tuned: 9 more do not fit this search space", plan.Out);
    }

    [Theory]
    [InlineData("start-from = [absent]", "has no study 'absent'")]
    [InlineData("start-from = [\"a b\"]", "'a b' cannot name a study")]
    [InlineData("start-from = [{ journal = x }]", "study")]
    public async Task What_cannot_be_started_from_is_refused(string line, string expected)
    {
        using var folder = new CliFolder();
        Studies.In(folder, "seed = 7", line);
        CliRun run = await folder.RunAsync("run", "@study.conf");
        Assert.NotEqual(ExitCode.Ok, run.Code);
        Assert.Contains(expected, run.Error);
    }
}
