using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.Simulation.WhatIf;

/// <summary>Where nothing was cut, the answer is what the engine itself comes to.</summary>
public sealed class ReplayTests
{
    public static TheoryData<string> Rules => Curves.Rules;

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_full_recording_is_replayed_as_the_engine_does_it(string rule)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            RecordedCurves full = Curves.Full(seed, 5 + 2 * seed, seed % 2 == 0 ? 9 : 27);
            int slots = 1 + seed % 4;
            WhatIfAnswer answer = StudyWhatIf.Of(
                full, Curves.Rule(rule), new WhatIfOptions { Slots = slots });
            SimulationResult engine = StudySimulation.Run(
                full.Specification with { Scheduler = Curves.Rule(rule) },
                new CurveProgram(
                    (trial, unit) => Curve(full, trial)[(int)unit - 1].Value,
                    trial => Curve(full, trial).UnitTime),
                new SimulationOptions { Slots = slots, KeepEvents = false });

            Assert.All(Curves.All(answer.Bound), number => Assert.True(number.IsPoint));
            Assert.Empty(answer.Unseen);
            Assert.Equal(engine.State.SpentResource, answer.Bound.Resource.Low);
            Assert.Equal(engine.Elapsed.TotalSeconds, answer.Bound.Seconds.Low, 1e-6);
            Assert.Equal(
                BestTrials.Best(engine.State)!.Value!.Value, answer.Bound.Best.Low, 1e-12);
        }
    }

    [Fact]
    public void Running_all_to_completion_has_no_regret_and_misses_none()
    {
        WhatIfQuantities found = StudyWhatIf.Of(
            Curves.Full(3, 20, 9), new StrategyOptions("run-to-completion")).Bound;
        Assert.Equal(NumberBound.Of(180), found.Resource);
        Assert.Equal(NumberBound.Of(0), found.Regret);
        Assert.Equal(NumberBound.Of(0), found.MissedTop);
    }

    [Fact]
    public void Rules_that_make_configurations_are_refused()
    {
        var population = new StrategyOptions("pbt");
        Assert.Throws<WhatIfException>(() => StudyWhatIf.Of(Curves.Full(1, 9, 9), population));
    }

    [Fact]
    public void Twenty_thousand_trials_are_answered()
    {
        RecordedCurves full = Curves.Full(1, 20_000, 9);
        RecordedCurves cut = Curves.Cut(full, 1, 0.2);
        WhatIfAnswer answer = StudyWhatIf.Of(
            cut, new StrategyOptions("hyperband"), new WhatIfOptions { Slots = 64 });
        Assert.NotEmpty(answer.Unseen);
    }

    [Fact]
    public void An_estimate_is_the_same_each_time_and_keeps_to_the_bound()
    {
        RecordedCurves cut = Curves.Cut(Curves.Full(5, 30, 27), 5, 0.5);
        var options = new WhatIfOptions { Slots = 2, Range = new(0, 1), Draws = 20 };
        WhatIfAnswer one = StudyWhatIf.Of(cut, new StrategyOptions("asha"), options);
        WhatIfAnswer two = StudyWhatIf.Of(cut, new StrategyOptions("asha"), options);

        Assert.Equal(one.Estimate, two.Estimate);
        Curves.AssertWithin(one.Estimate!, one.Bound, "estimate");
        Curves.AssertWithin(one.Median!, one.Estimate!, "median");
    }

    private static RecordedCurve Curve(RecordedCurves curves, SimulatedTrial trial) =>
        curves.All[trial.Attempt.Trial.Value];
}
