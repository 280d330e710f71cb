using System.Text.Json;

namespace ActorTune.Cli.Tests;

/// <summary>What is said of results that were reused and of ends that rest on statistics.</summary>
public sealed class ReuseReportTests
{
    private static readonly StudySpecification Few = Studies.Asha with
    {
        SearchSpace = new SearchSpace([new FloatParameter("x", 0, 1) { Step = 0.25 }]),
        Scheduler = new StrategyOptions("run-to-completion"),
        Duplicates = DuplicatePolicy.Reuse,
        Stop = new StopConditions { Trials = 60 },
    };

    [Fact]
    public async Task Reused_results_are_marked_and_explained()
    {
        using var folder = new CliFolder();
        IReadOnlyList<JournalEntry> entries = await folder.SimulateAsync(Few);
        TrialReused first = entries.Select(entry => entry.Event).OfType<TrialReused>().First();
        CliRun show = await folder.RunAsync("show", "--journal", "@studies.db");
        Assert.Contains("completed =", show.Out);
        Assert.Contains($"(as {first.Source.Trial})", show.Out);
        Assert.Contains(" not trained)", show.Out);
        Assert.Contains("= not trained: the result of an earlier trial\n", show.Out);
        Assert.Contains(
            "finished (the sampler has nothing new: its last 100 configurations had completed "
                + "before (reuse-limit/1))",
            show.Out);
        CliRun why = await folder.RunAsync(
            "why", $"{first.Trial}", "--journal", "@studies.db");
        Assert.Contains(
            $"trial {first.Trial} was not trained: the sampler suggested the configuration of "
                + $"trial {first.Source.Trial}, and it has that one's result at epoch 9: x=",
            why.Out);
        CliRun verify = await folder.RunAsync("journal", "verify", "--journal", "@studies.db");
        Assert.Equal(ExitCode.Ok, verify.Code);
    }

    [Fact]
    public async Task Reused_results_are_told_in_json()
    {
        using var folder = new CliFolder();
        IReadOnlyList<JournalEntry> entries = await folder.SimulateAsync(Few);
        TrialReused first = entries.Select(entry => entry.Event).OfType<TrialReused>().First();
        CliRun show = await folder.RunAsync("show", "--journal", "@studies.db", "--json");
        using var document = JsonDocument.Parse(show.Out);
        JsonElement root = document.RootElement;
        Assert.Equal("reuse-limit/1", root.GetProperty("grounds").GetProperty("rule").GetString());
        Assert.Equal(
            first.Source.Trial.Value,
            root.GetProperty("trials")[first.Trial.Value].GetProperty("reused-from").GetInt32());
    }

    [Fact]
    public async Task A_bounded_regret_is_told_with_its_statistics()
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Few with
        {
            SearchSpace = new SearchSpace([new FloatParameter("x", 0, 1)]),
            Duplicates = DuplicatePolicy.Allow,
            Stop = new StopConditions { Trials = 40, RegretBound = new RegretBound(0.25, 5) },
        });
        CliRun show = await folder.RunAsync("show", "--journal", "@studies.db");
        Assert.Matches(
            @"finished \(no configuration is likely to be better than trial \d+ by more than "
                + @"0\.\d+, and the error is 0\.25 \(\d+ completed trials, regret-bound/1\)\)",
            show.Out);
    }
}
