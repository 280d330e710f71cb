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
            RecordedCurves cut = CutTwo(full, draws);
            var options = new WhatIfOptions { Slots = 1 + seed % 3, Range = Range, Top = 2 };
            WhatIfQuantities bound = StudyWhatIf.Of(cut, Curves.Rule(rule), options).Bound;
            foreach (RecordedCurves completed in Completions(cut))
                Curves.AssertWithin(
                    StudyWhatIf.Of(completed, Curves.Rule(rule), options).Bound,
                    bound,
                    $"{rule}, seed {seed}");
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

    // Two trials lose all beyond one or two units: at most three rungs' values are unseen.
    private static RecordedCurves CutTwo(RecordedCurves full, RandomStream draws)
    {
        int one = draws.NextInt32(full.All.Count);
        int other = (one + 1 + draws.NextInt32(full.All.Count - 1)) % full.All.Count;
        return new RecordedCurves(
            full.Specification,
            [.. full.All.Select((curve, trial) => trial == one
                ? curve.CutAfter(1)
                : trial == other ? curve.CutAfter(2 + draws.NextInt32(2)) : curve)]);
    }

    /// <summary>
    /// Completions that show every order: each unseen value at, below, above and between all that
    /// were measured, with room for several between two. Units between rungs repeat the last one.
    /// </summary>
    private static IEnumerable<RecordedCurves> Completions(RecordedCurves cut)
    {
        int[] places = [.. cut.All.SelectMany((curve, trial) =>
            new[] { 2, 4 }.Where(unit => unit > curve.Last).Select(unit => trial * 10 + unit))];
        double[][] grids = [.. places.Select((place, index) => Grid(
            [.. cut.All.Where(curve => curve.Last >= place % 10)
                .Select(curve => curve[place % 10 - 1].Value)],
            index))];
        int[] chosen = new int[places.Length];
        while (true)
        {
            yield return Complete(cut, places, [.. chosen.Select((at, i) => grids[i][at])]);
            int next = 0;
            while (next < chosen.Length && ++chosen[next] == grids[next].Length)
                chosen[next++] = 0;
            if (next == chosen.Length)
                yield break;
        }
    }

    // Only values at one resource meet each other. Every place has points of its own between two.
    private static double[] Grid(double[] seen, int index)
    {
        double[] all = [0, .. seen.Order(), 1];
        IEnumerable<double> between = Enumerable.Range(0, all.Length - 1).SelectMany(i =>
            (index % 2 == 0 ? new[] { 0.3, 0.7 } : [0.5]).Select(share =>
                all[i] + share * (all[i + 1] - all[i])));
        return [.. all.Concat(between).Distinct()];
    }

    private static RecordedCurves Complete(RecordedCurves cut, int[] places, double[] values)
    {
        var completed = new List<RecordedCurve>();
        for (int trial = 0; trial < cut.All.Count; trial++)
        {
            RecordedCurve curve = cut.All[trial];
            double[] all = new double[4];
            for (int unit = 1; unit <= 4; unit++)
            {
                int place = Array.IndexOf(places, trial * 10 + unit);
                all[unit - 1] = unit <= curve.Last
                    ? curve[unit - 1].Value
                    : place >= 0 ? values[place] : all[unit - 2];
            }

            completed.Add(new RecordedCurve([1, 2, 3, 4], all) { UnitTime = curve.UnitTime });
        }

        return new RecordedCurves(cut.Specification, completed);
    }
}
