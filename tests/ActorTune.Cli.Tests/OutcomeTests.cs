using ActorTune.Hocon;

namespace ActorTune.Cli.Tests;

/// <summary>Several objectives, constraints and children, from the file to reports.</summary>
public sealed class OutcomeTests
{
    private const string Objectives =
        """
        objectives = [
          { metric = accuracy, direction = maximize, reduce = best }
          { metric = latency, direction = minimize }
        ]
        constraints { latency { at-most = 0.75 }, memory { at-least = 1, at-most = 8 } }
        inequalities = [ "layers <= x" ]
        """;

    private static readonly StudySpecification Two = Studies.Asha with
    {
        Objectives =
        [
            new Objective("accuracy", Direction.Maximize),
            new Objective("latency", Direction.Minimize),
        ],
        Constraints = [new OutcomeConstraint("latency", AtMost: 0.7)],
        Scheduler = new StrategyOptions("run-to-completion"),
    };

    [Fact]
    public void A_file_lists_objectives_and_constraints()
    {
        using var folder = new CliFolder();
        string path = folder.Write("study.conf", Studies.Text.Replace(
            "objective { metric = accuracy, direction = maximize }", Objectives));
        StudySpecification read = ConfigurationFile.Load(path).Resolve().Specification;
        Assert.Equal(
            [
                new Objective("accuracy", Direction.Maximize) { Reduce = Reduction.Best },
                new Objective("latency", Direction.Minimize),
            ],
            read.Objectives);
        Assert.Equal(
            [new OutcomeConstraint("latency", 0.75), new OutcomeConstraint("memory", 8, 1)],
            read.Constraints);
        Assert.Equal([new Inequality("layers", "x")], read.SearchSpace.Inequalities);
    }

    [Theory]
    [InlineData("objectives = []", "there must be at least one")]
    [InlineData(
        "objectives = [{ metric = a, direction = minimize }, { metric = a, direction = maximize }]",
        "'a' is named twice")]
    [InlineData(
        "objectives = [{ metric = a, direction = minimize }]\nobjective { metric = b }",
        "give either one objective or a list of objectives, not both")]
    [InlineData(
        "objective { metric = a, direction = minimize }\nconstraints { b {} }",
        "needs at-most or at-least")]
    [InlineData(
        "objective { metric = a, direction = minimize }\nconstraints { b { at-mots = 1 } }",
        "at-mots")]
    public void What_makes_no_sense_is_refused(string text, string message)
    {
        using var folder = new CliFolder();
        string path = folder.Write("study.conf", Studies.Text.Replace(
            "objective { metric = accuracy, direction = maximize }", text));
        HoconException refused =
            Assert.Throws<HoconException>(() => ConfigurationFile.Load(path));
        Assert.Contains(message, refused.Message);
    }

    [Theory]
    [InlineData("outcome-show.txt", "show")]
    [InlineData("outcome-best.txt", "best")]
    [InlineData("outcome-best.json", "best", "--json")]
    [InlineData("outcome-top.txt", "best", "--top", "2")]
    [InlineData("outcome-any.txt", "best", "--any-fidelity", "--top", "2")]
    public async Task A_report_tells_the_front_and_what_is_infeasible(
        string golden, params string[] words)
    {
        using var folder = new CliFolder();
        await folder.SimulateAsync(Two, program: new TwoMetrics());
        CliRun run = await folder.RunAsync([.. words, "--journal", "@studies.db"]);
        Assert.Equal(("", ExitCode.Ok), (run.Error, run.Code));
        Golden.Check(golden, run.Out);
    }

    [Theory]
    [InlineData("children-show.txt", "show")]
    [InlineData("children-show.json", "show", "--json")]
    [InlineData("children-why.txt", "why", "5", "--all")]
    public async Task A_report_tells_whose_child_a_trial_is(string golden, params string[] words)
    {
        using var folder = new CliFolder();
        StudySpecification study = Studies.Asha with
        {
            Scheduler = new StrategyOptions("pbt").With("population", ParameterValue.Of(4L))
                .With("interval", ParameterValue.Of(3L)),
            Stop = new StopConditions(),
        };
        await folder.SimulateAsync(study);
        CliRun run = await folder.RunAsync([.. words, "--journal", "@studies.db"]);
        Assert.Equal(("", ExitCode.Ok), (run.Error, run.Code));
        Golden.Check(golden, run.Out);
    }

    // Accuracy has its price: latency is x plus half for one of the optimizers.
    private sealed class TwoMetrics : ISimulatedProgram
    {
        public SimulatedStep Next(in SimulatedTrial trial, Resource spent)
        {
            double x = trial.Configuration["x"].AsDouble();
            bool isSlow = trial.Configuration["optimizer"] == ParameterValue.Of("adam");
            double accuracy = x * (1 - 0.5 / (spent.Units + 1));
            return SimulatedStep.Report(TimeSpan.FromSeconds(1), spent.Units + 1, accuracy) with
            {
                Metrics = new MetricSet(
                    ["accuracy", "latency"], [accuracy, x * x + (isSlow ? 0.25 : 0)]),
            };
        }
    }
}
