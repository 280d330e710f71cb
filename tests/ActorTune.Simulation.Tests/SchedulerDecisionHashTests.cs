using System.Globalization;
using ActorTune.Arithmetic;
using ActorTune.Objectives;
using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Events;
using ActorTune.Trials;

namespace ActorTune.Simulation;

/// <summary>
/// The decisions of trial schedulers in scripted studies, folded into one number each; as
/// <see cref="DecisionHashTests"/> does with suggestions.
/// </summary>
public sealed class SchedulerDecisionHashTests
{
    private static readonly SortedDictionary<string, string> SchedulerHashes =
        new(StringComparer.Ordinal)
        {
            ["asha type=stopping"] = "0af43e6e533d31cb",
            ["cost-asha"] = "1b4750e1777a1262",
            ["extrapolation startup-trials=3"] = "da4af0e2c3c7b9f8",
            ["mo-asha"] = "2a68601828acbfe1",
            ["mo-asha type=stopping"] = "7cb39475afc7bad7",
            ["pasha"] = "a665333a738bef1c",
            ["patient startup-trials=3 patience=1"] = "ef700e41430b6d14",
            ["pb2 population=4 window=20"] = "47ad93807802aae5",
            ["percentile startup-trials=3"] = "cb2a7c64f79a3426",
            ["run-to-completion"] = "2ae09a9440548899",
            ["threshold upper=2"] = "e962e6a005f29e2e",
            ["wilcoxon"] = "8dd18f4693e03e2f",
        };

    private static readonly string[] HashedApart =
        ["asha", "hyperband", "median", "pbt", "successive-halving"];

    private static readonly SearchSpace Cube = new(
    [
        new FloatParameter("x", 1e-5, 1) { Scale = Scale.Log },
        new FloatParameter("y", 0.5, 0.999) { Scale = Scale.ReverseLog },
        new IntegerParameter("n", 1, 1000) { Scale = Scale.Log },
    ]);

    public static TheoryData<string> Schedulers => [.. SchedulerHashes.Keys];

    [Theory]
    [InlineData("asha", 0x76d305d6e5fda9b9UL)]
    [InlineData("hyperband", 0x48f1c3668e72255bUL)]
    [InlineData("successive-halving", 0x5e493d5aa53568bdUL)]
    [InlineData("median", 0x1f5fce73807c38efUL)]
    [InlineData("pbt", 0x664b6a2d1ed9ed63UL)]
    public void The_decisions_of_a_scripted_study_never_change(string scheduler, ulong expected)
    {
        StudySpecification study = Studies.Asha(200, max: 81) with
        {
            Scheduler = new StrategyOptions(scheduler),
            SearchSpace = Cube,
        };
        SimulationResult result = StudySimulation.Run(
            study, new CurveProgram(Curve), new SimulationOptions { Slots = 7 });

        Assert.True(result.IsFinished);
        Assert.True(HasRuled(result, study));
        Assert.Equal(
            expected.ToString("x16", CultureInfo.InvariantCulture), DecisionHash.Of(result));
    }

    [Theory]
    [MemberData(nameof(Schedulers))]
    public void The_decisions_of_the_other_schedulers_never_change(string scheduler)
    {
        StrategyOptions options = Parse(scheduler);
        Objective[] objectives =
            [new("loss", Direction.Minimize), new("size", Direction.Minimize)];
        StudySpecification study = Studies.Asha(60, max: 27) with
        {
            Scheduler = options,
            SearchSpace = Cube,
            Objectives = options.Name == "mo-asha" ? objectives : objectives[..1],
            Stop = new StopConditions { Trials = options.Name == "pb2" ? null : 60 },
        };
        SimulationResult result = StudySimulation.Run(
            study, new SizedProgram(), new SimulationOptions { Slots = 5 });

        Assert.True(result.IsFinished);
        Assert.True(HasRuled(result, study));
        Assert.Equal(
            SchedulerHashes[scheduler],
            DecisionHash.Of(result));
    }

    [Fact]
    public void Every_scheduler_has_a_hash() => Assert.Equal(
        StandardStrategies.SchedulerNames,
        SchedulerHashes.Keys.Select(options => Parse(options).Name).Concat(HashedApart)
            .Distinct().Order(StringComparer.Ordinal));

    // "patient patience=1".
    private static StrategyOptions Parse(string text)
    {
        string[] words = text.Split(' ');
        var options = new StrategyOptions(words[0]);
        foreach (string word in words.Skip(1))
        {
            string[] parts = word.Split('=');
            options = options.With(
                parts[0],
                long.TryParse(parts[1], CultureInfo.InvariantCulture, out long number)
                    ? ParameterValue.Of(number)
                    : ParameterValue.Of(parts[1]));
        }

        return options;
    }

    // The rule stopped or promoted somebody; running to completion does neither.
    private static bool HasRuled(SimulationResult result, StudySpecification study) =>
        result.Events.Any(entry => entry.Event switch
        {
            TrialStopped stopped => stopped.Reason.Rule != DecisionReason.Engine,
            TrialPromoted promoted => promoted.Reason.Rule != DecisionReason.Engine,
            TrialCompleted => study.Scheduler.Name == "run-to-completion",
            _ => false,
        });

    private static double Curve(SimulatedTrial trial, long resource)
    {
        double x = trial.Configuration["x"].AsDouble();
        double y = trial.Configuration["y"].AsDouble();
        return PortableMath.Sin(40 * x) + PortableMath.Exp(-y * resource)
            + PortableMath.Pow(trial.Configuration["n"].AsInt64(), -0.3);
    }

    /// <summary>
    /// Goes up and down, reports a second objective, and takes longer for larger models.
    /// </summary>
    private sealed class SizedProgram : ISimulatedProgram
    {
        public SimulatedStep Next(in SimulatedTrial trial, Resource spent)
        {
            long next = spent.Units + 1;
            long size = trial.Configuration["n"].AsInt64();
            double loss = Curve(trial, next) + 0.2 * PortableMath.Sin(next);
            return SimulatedStep.Report(TimeSpan.FromSeconds(1 + size % 7), next, loss) with
            {
                Metrics = new MetricSet(["loss", "size"], [loss, size]),
            };
        }
    }
}
