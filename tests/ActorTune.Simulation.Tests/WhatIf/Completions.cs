using ActorTune.Randomness;

namespace ActorTune.Simulation.WhatIf;

/// <summary>All completions of small studies that differ in any order of values.</summary>
internal static class Completions
{
    // Two trials lose all beyond one or two units: at most three rungs' values are unseen.
    internal static RecordedCurves CutTwo(RecordedCurves full, RandomStream draws)
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
    internal static IEnumerable<RecordedCurves> Of(RecordedCurves cut)
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
