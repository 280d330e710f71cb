using ActorTune.Objectives;
using ActorTune.Randomness;
using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.Simulation.WhatIf;

/// <summary>A bound from cut curves contains what every completion gives.</summary>
public sealed class BoundTests
{
    private static readonly ValueRange Range = new(0, 1);

    public static TheoryData<string> Rules => Curves.Rules;

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_completion_of_a_small_study_lies_within_the_bound(string rule)
    {
        for (int seed = 0; seed < 3; seed++)
        {
            RecordedCurves full = Curves.Full(seed, 4 + seed % 3, 4);
            RandomStream draws = Curves.Stream(seed + 500);
            RecordedCurves cut = Completions.CutTwo(full, draws);
            var options = new WhatIfOptions { Slots = 1 + seed % 3, Range = Range, Top = 2 };
            WhatIfQuantities bound = StudyWhatIf.Of(cut, Curves.Rule(rule), options).Bound;
            foreach (RecordedCurves completed in Completions.Of(cut))
                Curves.AssertWithin(
                    StudyWhatIf.Of(completed, Curves.Rule(rule), options).Bound,
                    bound,
                    $"{rule}, seed {seed}");
        }
    }

    [Theory]
    [InlineData("successive-halving")]
    [InlineData("successive-halving factor 2")]
    public void Where_rungs_are_fixed_completions_miss_as_few_and_as_many_as_the_bound(string rule)
    {
        for (int seed = 0; seed < 3; seed++)
        {
            RecordedCurves cut = Completions.CutTwo(
                Curves.Full(seed, 4 + seed % 3, 4), Curves.Stream(seed + 500));
            var options = new WhatIfOptions { Range = Range, Top = 2 };
            double[] missed = [.. Completions.Of(cut).Select(completed =>
                StudyWhatIf.Of(completed, Curves.Rule(rule), options).Bound.MissedTop.Low)];
            Assert.Equal(
                new NumberBound(missed.Min(), missed.Max()),
                StudyWhatIf.Of(cut, Curves.Rule(rule), options).Bound.MissedTop);
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_truth_lies_within_the_bound_of_curves_cut_at_random(string rule)
    {
        for (int seed = 0; seed < 16; seed++)
        {
            RecordedCurves full = Curves.Full(seed, 9 + seed, seed % 2 == 0 ? 9 : 27);
            RecordedCurves cut = Curves.Cut(full, seed, seed / 16.0);
            var options = new WhatIfOptions { Slots = 1 + seed % 5, Range = Range };
            Curves.AssertWithin(
                StudyWhatIf.Of(full, Curves.Rule(rule), options).Bound,
                StudyWhatIf.Of(cut, Curves.Rule(rule), options).Bound,
                $"{rule}, seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Without_a_range_the_bound_still_holds(string rule)
    {
        for (int seed = 0; seed < 10; seed++)
        {
            RecordedCurves full = Curves.Full(seed, 15, 9);
            RecordedCurves cut = Curves.Cut(full, seed, 0.3);
            Curves.AssertWithin(
                StudyWhatIf.Of(full, Curves.Rule(rule)).Bound,
                StudyWhatIf.Of(cut, Curves.Rule(rule)).Bound,
                $"{rule}, seed {seed}");
        }
    }

    [Theory]
    [InlineData(Direction.Maximize, "last")]
    [InlineData(Direction.Minimize, "best")]
    [InlineData(Direction.Maximize, "best")]
    [InlineData(Direction.Minimize, "mean")]
    public void It_holds_for_every_direction_and_reduction(Direction direction, string reduce)
    {
        for (int seed = 0; seed < 12; seed++)
        {
            RecordedCurves full = With(Curves.Full(seed, 12, 9), direction, reduce);
            RecordedCurves cut = Curves.Cut(full, seed, 0.4);
            var options = new WhatIfOptions { Slots = 1 + seed % 3, Range = Range };
            foreach (string rule in Curves.Names)
                Curves.AssertWithin(
                    StudyWhatIf.Of(full, Curves.Rule(rule), options).Bound,
                    StudyWhatIf.Of(cut, Curves.Rule(rule), options).Bound,
                    $"{rule}, seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void It_holds_with_recorded_failures_and_without_checkpoints(string rule)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            RecordedCurves full = WithFailures(Curves.Full(seed, 14, 9), seed);
            var cut = new RecordedCurves(
                full.Specification,
                [.. Curves.Cut(full, seed, 0.3).All.Select((curve, trial) =>
                    full.All[trial].End == CurveEnd.Failed ? full.All[trial] : curve)]);
            var options = new WhatIfOptions { Slots = 1 + seed % 4, Range = Range };
            Curves.AssertWithin(
                StudyWhatIf.Of(full, Curves.Rule(rule), options).Bound,
                StudyWhatIf.Of(cut, Curves.Rule(rule), options).Bound,
                $"{rule}, seed {seed}");
        }
    }

    private static RecordedCurves With(RecordedCurves full, Direction direction, string reduce)
    {
        var objective = new Objective("loss", direction)
        {
            Reduce = reduce switch
            {
                "best" => Reduction.Best,
                "mean" => Reduction.MeanOfLast(2),
                _ => Reduction.Last,
            },
        };
        return new RecordedCurves(
            full.Specification with { Objectives = [objective] }, full.All);
    }

    private static RecordedCurves WithFailures(RecordedCurves full, int seed)
    {
        RandomStream draws = Curves.Stream(seed + 77);
        StudySpecification specification = full.Specification with
        {
            Program = full.Specification.Program with { Resumes = seed % 2 == 0 },
        };
        return new RecordedCurves(
            specification,
            [.. full.All.Select(curve => draws.NextDouble() < 0.2 ? Failed(curve, draws) : curve)]);
    }

    private static RecordedCurve Failed(RecordedCurve curve, RandomStream draws)
    {
        int kept = draws.NextInt32(curve.Count);
        return new RecordedCurve(
            Enumerable.Range(0, kept).Select(at => curve[at].Resource),
            Enumerable.Range(0, kept).Select(at => curve[at].Value),
            CurveEnd.Failed)
        {
            UnitTime = curve.UnitTime,
        };
    }
}
