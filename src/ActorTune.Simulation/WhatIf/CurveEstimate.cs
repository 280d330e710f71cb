namespace ActorTune.Simulation.WhatIf;

/// <summary>Medians and credible intervals of 90 % over completions drawn from the model.</summary>
/// <remarks>
/// The shares of draws left out at each end were set on three tasks of recorded curves cut at
/// random, so that 90 % of the truths lay within; docs/guides/what-if.md has the coverage on three
/// others. Draws scatter more than truths where many decisions add up, and less in their extremes.
/// </remarks>
internal sealed record CurveEstimate(WhatIfQuantities Median, WhatIfQuantities Interval)
{
    private const double CostTail = 0.2;
    private const double BestTail = 0.01;
    private const double RegretTail = 0.2;
    private const double MissedTail = 0.3;

    internal static CurveEstimate Of(
        RecordedCurves curves,
        WhatIfOptions options,
        Func<ICurveCompletion, WhatIfQuantities> replay)
    {
        var model = new CurveModel(curves, options.RangeIn(curves.Specification));
        WhatIfQuantities[] drawn = [.. Enumerable.Range(0, options.Draws)
            .Select(draw => replay(model.Draw(draw)))];
        return new CurveEstimate(
            Of(drawn, (sorted, _) => NumberBound.Of(Quantile(sorted, 0.5))),
            Of(drawn, (sorted, tail) => new NumberBound(
                Quantile(sorted, tail), Quantile(sorted, 1 - tail))));
    }

    private static WhatIfQuantities Of(
        WhatIfQuantities[] drawn, Func<double[], double, NumberBound> summarize)
    {
        return new WhatIfQuantities(
            Summary(one => one.Resource, CostTail),
            Summary(one => one.Seconds, CostTail),
            Summary(one => one.Best, BestTail),
            Summary(one => one.Regret, RegretTail),
            Summary(one => one.MissedTop, MissedTail));

        NumberBound Summary(Func<WhatIfQuantities, NumberBound> choose, double tail) =>
            summarize([.. drawn.Select(one => choose(one).Low).Order()], tail);
    }

    private static double Quantile(double[] sorted, double order)
    {
        double at = order * (sorted.Length - 1);
        int below = (int)at;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below].Equals(sorted[above])
            ? sorted[below]
            : sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
