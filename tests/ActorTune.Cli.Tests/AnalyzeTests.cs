namespace ActorTune.Cli.Tests;

/// <summary>What the analysis of studies says, word by word.</summary>
public sealed class AnalyzeTests
{
    private static readonly StudySpecification Sixty = Studies.Asha with
    {
        Study = new StudyId("sixty"),
        SearchSpace = new SearchSpace(
        [
            new FloatParameter("x", 0, 1),
            new CategoricalParameter("optimizer", "sgd", "adam"),
            new FloatParameter("momentum", 0.5, 0.99)
            {
                Scale = Scale.ReverseLog,
                When = [Condition.OneOf("optimizer", ParameterValue.Of("sgd"))],
            },
            new IntegerParameter("layers", 1, 3),
        ]),
        Scheduler = new StrategyOptions("run-to-completion"),
        MaxResource = new Resource(3),
        Stop = new StopConditions { Trials = 60 },
    };

    private static readonly StudySpecification Thirty = Sixty with
    {
        Study = new StudyId("thirty"),
        Seed = 12,
        Stop = new StopConditions { Trials = 30 },
    };

    [Theory]
    [InlineData("analyze.txt")]
    [InlineData("analyze.json", "--json")]
    [InlineData("analyze-fanova.txt", "--importance", "fanova", "--effect", "x")]
    [InlineData("analyze-permutation.txt", "--importance", "permutation")]
    [InlineData("analyze-interaction.txt", "--interaction", "x", "momentum")]
    [InlineData("analyze-trials.txt", "--top", "3", "--history", "--resource", "1")]
    [InlineData("analyze-compare.txt", "--edf", "--compare", "thirty")]
    [InlineData("analyze-all.json", "--json", "--importance", "ped-anova", "--effect", "optimizer",
        "--interaction", "optimizer", "layers", "--compare", "thirty", "--top", "2", "--history")]
    public async Task An_analysis_says_what_it_said(string golden, params string[] words)
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Sixty);
        await folder.SimulateAsync(Thirty);
        CliRun run = await folder.RunAsync(
            ["analyze", "sixty", "--journal", "@studies.db", .. words]);
        Assert.Equal(("", ExitCode.Ok), (run.Error, run.Code));
        Golden.Check(golden, run.Out);
    }

    [Fact]
    public async Task Where_few_trials_got_far_a_resource_with_more_is_named()
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha);
        CliRun run = await folder.RunAsync("analyze", "--journal", "@studies.db");
        Assert.Contains("few trials got there; 12 have a value at epoch 1: --resource 1", run.Out);
        Assert.Contains("nothing can be said", run.Out);
        CliRun any = await folder.RunAsync(
            "analyze", "--journal", "@studies.db", "--any-fidelity");
        Assert.Contains("12 trials at any epoch compared", any.Out);
    }

    [Theory]
    [InlineData(ExitCode.BadInput, "no method 'magic'", "--importance", "magic")]
    [InlineData(ExitCode.BadInput, "no parameter 'depth'; it has x, ", "--effect", "depth")]
    [InlineData(ExitCode.BadInput, "two different parameters", "--interaction", "x", "x")]
    [InlineData(ExitCode.BadInput, "no objective 'size'", "--objective", "size")]
    [InlineData(ExitCode.BadInput, "--top must be at least 1", "--top", "0")]
    [InlineData(ExitCode.BadInput, "--resource must be at least 1", "--resource", "0")]
    [InlineData(
        ExitCode.BadInput, "exclude each other", "--resource", "1", "--any-fidelity")]
    [InlineData(
        ExitCode.NotFound, "from epoch 1 (12 trials) to epoch 9 (1 trial)", "--resource", "20")]
    [InlineData(ExitCode.NotFound, "no study 'other'", "--compare", "other")]
    public async Task What_cannot_be_analyzed_is_refused(
        int code, string message, params string[] words)
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Studies.Asha);
        CliRun run = await folder.RunAsync(
            ["analyze", "simulated", "--journal", "@studies.db", .. words]);
        Assert.Equal(code, run.Code);
        Assert.Contains(message, run.Error);
    }

    [Fact]
    public async Task Studies_of_opposite_directions_are_not_compared()
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Sixty);
        await folder.SimulateAsync(Thirty with
        {
            Objectives = [new Objective("accuracy", Direction.Minimize)],
        });
        CliRun run = await folder.RunAsync(
            "analyze", "sixty", "--journal", "@studies.db", "--compare", "thirty");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("one minimises and the other maximises", run.Error);
    }
}
