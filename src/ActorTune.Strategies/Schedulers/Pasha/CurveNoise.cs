namespace ActorTune.Strategies.Schedulers.Pasha;

/// <summary>
/// By how much two learning curves may differ and still be level: an estimate from pairs whose
/// order went back and forth (Bohdal et al., "PASHA", ICLR 2023).
/// </summary>
internal static class CurveNoise
{
    /// <summary>
    /// The distance of two curves at a level if they crossed twice on the way there, going back:
    /// the order at the level, the opposite one, and the first again. Otherwise null.
    /// </summary>
    internal static double? Distance(TrialCurve left, TrialCurve right, long level)
    {
        double distance = left.KeyFrom(level) - right.KeyFrom(level);
        bool wasOpposite = false;
        int i = left.Points.Count - 1;
        int j = right.Points.Count - 1;
        while (i >= 0 && j >= 0)
        {
            (long step, double key) = left.Points[i];
            (long otherStep, double otherKey) = right.Points[j];
            if (step == otherStep && step < level)
            {
                bool wasAbove = key > otherKey;
                if (wasOpposite && wasAbove == distance > 0)
                    return Math.Abs(distance);
                wasOpposite |= wasAbove != distance > 0;
            }

            i -= step >= otherStep ? 1 : 0;
            j -= otherStep >= step ? 1 : 0;
        }

        return null;
    }

    /// <summary>The 90th percentile, linear between values, of distances in order.</summary>
    internal static double Ninetieth(IReadOnlyList<double> sorted)
    {
        int tenths = 9 * (sorted.Count - 1);
        double low = sorted[tenths / 10];
        return tenths % 10 == 0
            ? low
            : low + (sorted[tenths / 10 + 1] - low) * (tenths % 10) / 10;
    }
}
