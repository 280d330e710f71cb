namespace ActorTune.Simulation.WhatIf;

/// <summary>
/// What is true whatever a rule decides from its first unseen decision on: what was spent stays
/// spent, and every trial may be trained in full.
/// </summary>
internal static class UntracedQuantities
{
    internal static WhatIfQuantities Of(
        RecordedCurves curves, CurveValues values, Replay replay, int top)
    {
        double units = 0;
        double ticks = 0;
        double attempts = curves.Specification.Program.Resumes ? 1 : curves.FullResource;
        foreach (RecordedCurve curve in curves.All)
        {
            units += curves.FullResource * attempts;
            ticks += (curves.FullResource + 1) * attempts * curve.UnitTime.Ticks;
        }

        return new WhatIfQuantities(
            new NumberBound(replay.Spent, units),
            ReachedQuantities.Seconds(new NumberBound(replay.Ticks, ticks)),
            values.Turn(Best(curves, values)),
            Regret(curves, values),
            new NumberBound(0, Math.Min(top, curves.All.Count)));
    }

    /// <summary>The keys that whatever trial is named best may have, wherever it stopped.</summary>
    internal static NumberBound Best(RecordedCurves curves, CurveValues values)
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        for (int trial = 0; trial < curves.All.Count; trial++)
        {
            for (int i = 0; i < curves.All[trial].Count; i++)
            {
                low = Math.Min(low, values.Seen(trial, i));
                high = Math.Max(high, values.Seen(trial, i));
            }

            if (!values.IsUnseen(trial, curves.FullResource))
                continue;
            low = Math.Min(low, values.At(trial, curves.FullResource).Low);
            high = Math.Max(high, values.Worst);
        }

        return new NumberBound(low, high);
    }

    /// <summary>How much worse than the best any trial may end.</summary>
    internal static NumberBound Regret(RecordedCurves curves, CurveValues values)
    {
        double least = double.PositiveInfinity;
        double most = double.NegativeInfinity;
        for (int trial = 0; trial < curves.All.Count; trial++)
        {
            NumberBound final = values.At(trial, curves.FullResource);
            least = Math.Min(least, final.Low);
            most = Math.Max(most, final.High);
        }

        return new NumberBound(0, most > least ? most - least : 0);
    }
}
