using ActorTune.Arithmetic;

namespace ActorTune.Analysis.Statistics;

/// <summary>Two-sided probabilities of a statistic.</summary>
internal static class TailProbabilities
{
    /// <summary>Twice the smaller tail of a distribution given by counts, at most 1.</summary>
    /// <param name="counts">How many of the equally likely cases have each value.</param>
    /// <param name="value">The value seen.</param>
    internal static double Exact(ReadOnlySpan<double> counts, long value)
    {
        double total = 0, below = 0, above = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            total += counts[i];
            if (i <= value)
                below += counts[i];
            if (i >= value)
                above += counts[i];
        }

        return Math.Min(1, 2 * Math.Min(below, above) / total);
    }

    /// <summary>
    /// Both tails of the normal distribution beyond a value, drawn in by half a step towards the
    /// mean because the statistic moves in steps.
    /// </summary>
    internal static double Normal(double value, double mean, double variance)
    {
        if (variance <= 0)
            return 1;
        double distance = Math.Max(0, Math.Abs(value - mean) - 0.5) / Math.Sqrt(variance);
        return Math.Min(1, 2 * PortableMath.NormalCdf(-distance));
    }
}
