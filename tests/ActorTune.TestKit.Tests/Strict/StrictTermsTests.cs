using ActorTune.Simulation;

namespace ActorTune.TestKit.Strict;

/// <summary>What else a study may be told, in strict order.</summary>
public sealed class StrictTermsTests
{
    private static readonly SortedDictionary<string, Func<StudySpecification, StudySpecification>>
        Terms = new(StringComparer.Ordinal)
        {
            ["total-resource, cancel"] = study => study with
            {
                Stop = new StopConditions { TotalResource = 70, Mode = EndMode.Cancel },
            },
            ["total-resource, drain"] = study => study with
            {
                Stop = new StopConditions { TotalResource = 70, FinishBest = 2 },
            },
            ["target"] = study => study with
            {
                Stop = new StopConditions { Target = 0.25, Trials = 40, Mode = EndMode.Cancel },
            },
            ["no-improvement"] = study => study with
            {
                Stop = new StopConditions { NoImprovement = new NoImprovement(8, 0.01) },
            },
            ["error-retries"] = study => study with
            {
                Failures = study.Failures with { ErrorRetries = 2 },
            },
            ["duplicates reused"] = study => study with
            {
                SearchSpace = new SearchSpace([new FloatParameter("x", 0, 1) { Step = 0.1 }]),
                Scheduler = new StrategyOptions("run-to-completion"),
                Duplicates = DuplicatePolicy.Reuse,
            },
            ["enqueued and common seeds"] = study => study with
            {
                Enqueue = [new([KeyValuePair.Create("x", ParameterValue.Of(0.5))])],
                Seeds = SeedMode.Common,
            },
            ["one logical slot"] = study => study with { Strict = new StrictMode(1) },
            ["many logical slots"] = study => study with { Strict = new StrictMode(30) },
        };

    public static TheoryData<string> Names => [.. Terms.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_decisions_are_the_same_under_other_terms_too(string name)
    {
        StudySpecification study = OwnStudies.Of(trials: 24) with
        {
            Scheduler = new StrategyOptions("asha"),
            Failures = new FailurePolicy { AbortAfterFailuresInRow = 0, AbortWhenFirstAllFail = 0 },
            Strict = new StrictMode(4, CheckEvery: 5),
        };
        var spec = new StrictSpec
        {
            Specification = Terms[name](study with
            {
                Program = study.Program with { SilenceLimit = TimeSpan.FromMinutes(1) },
            }),
            Program = new FailingProgram(),
            MostSlots = 12,
        };

        Assert.Equal(12, spec.Run(1, 12).RunCount);
    }

    /// <summary>Reports every unit or every second one; a fifth fails, some return early.</summary>
    private sealed class FailingProgram : ISimulatedProgram
    {
        public SimulatedStep Next(in SimulatedTrial trial, Resource spent)
        {
            double x = trial.Configuration["x"].AsDouble();
            long next = spent.Units + (x > 0.5 && spent.Units >= 3 ? 2 : 1);
            if (x > 0.8 && next > 2)
                return SimulatedStep.Ends(TimeSpan.Zero, AttemptEnd.Error);
            return next > (x < 0.1 ? 5 : 9)
                ? SimulatedStep.Ends(TimeSpan.Zero, AttemptEnd.Returned)
                : SimulatedStep.Report(TimeSpan.FromSeconds(1), next, x + 1.0 / next);
        }
    }
}
