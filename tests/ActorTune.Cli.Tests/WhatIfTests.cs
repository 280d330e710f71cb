namespace ActorTune.Cli.Tests;

/// <summary>What replays under other trial schedulers say, word by word.</summary>
public sealed class WhatIfTests
{
    [Theory]
    [InlineData("whatif.txt", "--range", "0,1", "--estimate", "--scheduler", "{hyperband{}}",
        "--sweep", "reduction-factor=2,3")]
    [InlineData("whatif.json", "--range", "0,1", "--estimate", "--scheduler",
        "successive-halving { reduction-factor = 3 }", "--json")]
    [InlineData("whatif-unbounded.txt", "--scheduler", "median", "--slots", "4")]
    public async Task A_replay_says_what_it_said(string golden, params string[] words)
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha);
        CliRun run = await folder.RunAsync(["whatif", "--journal", "@studies.db", .. words]);
        Assert.Equal(("", ExitCode.Ok), (run.Error, run.Code));
        Golden.Check(golden, run.Out);
    }

    [Fact]
    public async Task A_full_recording_gives_the_truth()
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha with
        {
            Scheduler = new StrategyOptions("run-to-completion"),
        });
        CliRun run = await folder.RunAsync(
            "whatif", "--journal", "@studies.db", "--scheduler", "asha");
        Assert.Equal(("", ExitCode.Ok), (run.Error, run.Code));
        Assert.Contains("0 % of all epochs unseen", run.Out);
        Assert.DoesNotContain(" to ", run.Out);
    }

    [Theory]
    [InlineData("shadows.txt")]
    [InlineData("shadows-at-40.txt", "--at", "40")]
    public async Task A_study_is_compared_with_the_usual_shadows(
        string golden, params string[] words)
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha with
        {
            Objectives = [Studies.Asha.Objective with { Range = new ValueRange(0, 1) }],
        });
        CliRun run = await folder.RunAsync(
            ["show", "--shadows", "--journal", "@studies.db", .. words]);
        Assert.Equal(("", ExitCode.Ok), (run.Error, run.Code));
        Golden.Check(golden, run.Out);
    }

    [Theory]
    [InlineData("there is no 'hyperbnd'", "--scheduler", "{hyperbnd{}}")]
    [InlineData("--range needs two rising numbers", "--range", "1,0")]
    [InlineData("--sweep needs an option and its values", "--sweep", "reduction-factor")]
    [InlineData("scheduler.asha.factor: is not an o", "--sweep", "factor=2")]
    [InlineData("--slots must be at least 1", "--slots", "0")]
    [InlineData("--top must be at least 1", "--top", "0")]
    [InlineData("needs more than the recorded curves", "--scheduler", "pbt")]
    public async Task What_cannot_be_answered_is_refused(string message, params string[] words)
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha);
        CliRun run = await folder.RunAsync(["whatif", "--journal", "@studies.db", .. words]);
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(message, run.Error);
    }
}
