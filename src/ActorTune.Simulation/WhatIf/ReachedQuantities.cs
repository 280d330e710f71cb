namespace ActorTune.Simulation.WhatIf;

/// <summary>What follows for values, regret and missed trials from how far trials come.</summary>
internal sealed class ReachedQuantities(
    RecordedCurves curves, CurveValues values, int top, ICurveCompletion? completion = null)
{
    private readonly NumberBound[] _finals =
        [.. Enumerable.Range(0, curves.All.Count).Select(trial =>
            completion is not null && values.IsUnseen(trial, curves.FullResource)
                ? NumberBound.Of(values.Turn(values.Completed(
                    trial, curves.FullResource, completion, curves.FullResource)))
                : values.At(trial, curves.FullResource))];

    internal WhatIfQuantities Of(Reach reach)
    {
        NumberBound best = Best(reach);
        return new WhatIfQuantities(
            reach.Resource,
            Seconds(reach.Ticks),
            values.Turn(best),
            Regret(reach, best),
            MissedTop(reach));
    }

    internal static NumberBound Seconds(NumberBound ticks) => new(
        ticks.Low / TimeSpan.TicksPerSecond, ticks.High / TimeSpan.TicksPerSecond);

    /// <summary>
    /// The regret when a trial is named that was not trained in full; infinite without any.
    /// </summary>
    internal NumberBound RegretOf(int? named)
    {
        if (named is not { } best)
            return NumberBound.Of(double.PositiveInfinity);
        double low = double.PositiveInfinity;
        double high = double.PositiveInfinity;
        for (int trial = 0; trial < _finals.Length; trial++)
        {
            if (trial == best)
                continue;
            low = Math.Min(low, _finals[trial].Low);
            high = Math.Min(high, _finals[trial].High);
        }

        return new NumberBound(
            Difference(_finals[best].Low, high), Difference(_finals[best].High, low));
    }

    /// <summary>How many of the top are missed by those that are trained in full.</summary>
    internal NumberBound MissedTop(Reach reach)
    {
        var best = new TopTrials(_finals, top);
        int Count(Func<int, bool> holds) => Enumerable.Range(0, _finals.Length).Count(holds);
        int surelyMissed = Count(trial => best.Surely[trial] && !reach.Possibly[trial]);
        int surelyTrained = Count(trial => best.Surely[trial] && reach.Surely[trial]);
        int mayBeMissed = Count(trial => best.Possibly[trial] && !reach.Surely[trial]);
        int mayBeTrained = reach.Groups.Sum(group =>
            Math.Min(group.Most, group.Trials.Count(trial => best.Possibly[trial])));
        return new NumberBound(
            Math.Max(surelyMissed, best.Size - mayBeTrained),
            Math.Min(mayBeMissed, best.Size - surelyTrained));
    }

    // The best of those trained in full: the least key of all that may be, and at most the worst
    // that as many as surely are can have.
    private NumberBound Best(Reach reach)
    {
        double low = double.PositiveInfinity;
        double high = double.PositiveInfinity;
        foreach ((int[] trials, int least, _) in reach.Groups)
        {
            int[] sure = [.. trials.Where(trial => reach.Surely[trial])];
            foreach (int trial in trials)
                low = Math.Min(low, _finals[trial].Low);
            foreach (int trial in sure)
                high = Math.Min(high, _finals[trial].High);
            if (least <= sure.Length)
                continue;
            double[] others = [.. trials.Where(trial => !reach.Surely[trial])
                .Select(trial => _finals[trial].High).OrderDescending()];
            high = Math.Min(high, others[least - sure.Length - 1]);
        }

        return new NumberBound(low, high);
    }

    private NumberBound Regret(Reach reach, NumberBound best)
    {
        double low = double.PositiveInfinity;
        double high = double.PositiveInfinity;
        for (int trial = 0; trial < _finals.Length; trial++)
        {
            if (!reach.Surely[trial])
                low = Math.Min(low, _finals[trial].Low);
            if (!reach.Possibly[trial])
                high = Math.Min(high, _finals[trial].High);
        }

        return new NumberBound(Difference(best.Low, high), Difference(best.High, low));
    }

    private static double Difference(double worse, double better) =>
        worse > better ? worse - better : 0;
}
