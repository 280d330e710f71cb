using System.Text.RegularExpressions;

namespace ActorTune.Cli.Tests;

/// <summary>Creating, resuming, changing and interrupting studies.</summary>
public sealed partial class RunTests
{
    [Fact]
    public async Task A_study_runs_to_its_end_and_is_summed_up()
    {
        using var folder = new CliFolder();
        Studies.In(folder);
        CliRun run = await folder.RunAsync("run", "@study.conf");
        Assert.Equal(("", ExitCode.Ok), (run.Error, run.Code));
        Golden.Check("run.txt", WithoutTimes(run.Out));
        CliRun verified = await folder.RunAsync("journal", "verify", "@study.conf");
        Assert.Equal(ExitCode.Ok, verified.Code);
    }

    [Fact]
    public async Task An_isolated_function_runs_in_a_process_of_this_program()
    {
        using var folder = new CliFolder();
        Studies.In(folder, "resumes = true", "resumes = true, isolated = true");
        CliRun run = await folder.RunAsync("run", "@study.conf", "--set", "stop.trials=2");
        Assert.Equal(("", ExitCode.Ok), (run.Error, run.Code));
        Assert.Contains("2 trials: 1 completed, 1 stopped", run.Out);
    }

    [Fact]
    public async Task A_run_with_json_writes_nothing_but_data_to_the_output()
    {
        using var folder = new CliFolder();
        Studies.In(folder);
        CliRun run = await folder.RunAsync("run", "@study.conf", "--json");
        Assert.StartsWith("{\n  \"study\": \"tuned\",\n  \"finished\": true,", run.Out);
        Assert.Contains("Creating study 'tuned'", run.Error);
    }

    [Fact]
    public async Task Report_narrows_the_metrics_shown_for_the_best_trial()
    {
        using var folder = new CliFolder();
        Studies.In(folder, "seed = 7", "report = [test-loss]\nseed = 7");
        CliRun run = await folder.RunAsync("run", "@study.conf");
        Assert.Contains("  test-loss: not reported\n", run.Out);
        Assert.DoesNotContain("test-accuracy", run.Out);
    }

    [Fact]
    public async Task A_study_that_exists_is_not_created_again()
    {
        using var folder = new CliFolder();
        Studies.In(folder);
        await folder.RunAsync("run", "@study.conf");
        CliRun again = await folder.RunAsync("run", "@study.conf");
        Assert.Equal(ExitCode.BadInput, again.Code);
        Assert.Matches(
            @"^error: the journal 'FOLDER/studies.db' has a study 'tuned' already \(\d+ events, "
            + "9 trials\\); go on with it with --resume, or give the study another name\n$",
            again.Error);
    }

    [Fact]
    public async Task Resume_creates_a_study_that_is_not_there_and_says_so()
    {
        using var folder = new CliFolder();
        Studies.In(folder);
        CliRun run = await folder.RunAsync("run", "@study.conf", "--resume");
        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.StartsWith(
            "There is no study 'tuned' in 'FOLDER/studies.db' yet: creating it.\n", run.Out);
    }

    [Fact]
    public async Task Resume_of_a_finished_study_only_sums_it_up()
    {
        using var folder = new CliFolder();
        Studies.In(folder);
        await folder.RunAsync("run", "@study.conf");
        CliRun before = await folder.RunAsync("show", "@study.conf");
        CliRun run = await folder.RunAsync("run", "@study.conf", "--resume");
        CliRun after = await folder.RunAsync("show", "@study.conf");
        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.StartsWith("Study 'tuned' in 'FOLDER/studies.db' had ended before", run.Out);
        Assert.Equal(before.Out, after.Out);
    }

    [Fact]
    public async Task Resume_with_other_stop_conditions_changes_them()
    {
        using var folder = new CliFolder();
        Studies.In(folder);
        await folder.RunAsync("run", "@study.conf");
        CliRun run = await folder.RunAsync(
            "run", "@study.conf", "--resume", "--set", "stop.trials=12");
        Assert.Equal(("", ExitCode.Ok), (run.Error, run.Code));
        Assert.Contains("the stop conditions differ from the recorded ones", run.Out);
        Assert.Contains("finished: the limit of 12 configurations is reached.", run.Out);
        CliRun verified = await folder.RunAsync("journal", "verify", "@study.conf");
        Assert.Equal(ExitCode.Ok, verified.Code);
    }

    [Fact]
    public async Task Resume_of_another_definition_is_refused_with_its_differences()
    {
        using var folder = new CliFolder();
        Studies.In(folder);
        await folder.RunAsync("run", "@study.conf");
        CliRun run = await folder.RunAsync(
            "run", "@study.conf", "--resume", "--set", "search-space.layers.int=[1,4]",
            "--set", "seed=8", "--set", "search-space.extra.constant=1");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Golden.Check("differences.txt", run.Error);
    }

    [Fact]
    public async Task Resume_keeps_a_seed_that_was_drawn()
    {
        using var folder = new CliFolder();
        Studies.In(folder, "seed = 7", "");
        CliRun first = await folder.RunAsync("run", "@study.conf");
        Assert.Matches("seed \\d+: none was given, so it was drawn", first.Out);
        CliRun run = await folder.RunAsync("run", "@study.conf", "--resume");
        Assert.Equal(("", ExitCode.Ok), (run.Error, run.Code));
    }

    [Fact]
    public async Task An_interrupted_study_says_how_to_go_on_and_does()
    {
        using var folder = new CliFolder();
        Studies.In(folder);
        folder.OnInterrupt = interrupt => interrupt();
        CliRun paused = await folder.RunAsync("run", "@study.conf");
        Assert.Equal(("", ExitCode.Interrupted), (paused.Error, paused.Code));
        Assert.Contains("Pausing: ", paused.Out);
        Assert.Contains(
            "was interrupted and can go on: actortune run FOLDER/study.conf --resume\n",
            paused.Out);
        folder.OnInterrupt = _ => { };
        CliRun run = await folder.RunAsync("run", "@study.conf", "--resume");
        Assert.Equal(("", ExitCode.Ok), (run.Error, run.Code));
    }

    [Fact]
    public async Task The_second_interrupt_stops_at_once()
    {
        using var folder = new CliFolder();
        Studies.In(folder);
        folder.OnInterrupt = interrupt =>
        {
            interrupt();
            interrupt();
            interrupt();
        };
        CliRun run = await folder.RunAsync("run", "@study.conf");
        Assert.Equal(ExitCode.Interrupted, run.Code);
        Assert.Contains("Stopping at once.\n", run.Out);
    }

    [Fact]
    public async Task A_study_ended_by_failures_has_an_exit_code_of_its_own()
    {
        using var folder = new CliFolder();
        Studies.In(folder, "ScriptedProgram", "FailingProgram");
        CliRun run = await folder.RunAsync("run", "@study.conf");
        Assert.Equal(ExitCode.StudyFailed, run.Code);
        Assert.Contains("trial 0 failed (error): ", run.Out);
        Assert.Contains("the data set is missing", run.Out);
        Assert.Contains("is finished: too many trials failed.\n", run.Out);
        Assert.Contains("No trial was measured.\n", run.Out);
    }

    /// <summary>How many progress lines there are depends on how fast the machine is.</summary>
    private static string WithoutTimes(string text) =>
        ClockTime().Replace(ProgressLine().Replace(text, ""), "TIME");

    [GeneratedRegex(@"\b\d\d:\d\d\b")]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"^\[.*\n", RegexOptions.Multiline)]
    private static partial Regex ProgressLine();
}
