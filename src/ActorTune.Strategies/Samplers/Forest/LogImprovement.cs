using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Samplers.Forest;

/// <summary>
/// The expected improvement of a quantity whose logarithm is normal (Hutter, Hoos, Leyton-Brown and
/// Murphy, GECCO 2009, equation 1).
/// </summary>
internal static class LogImprovement
{
    // Where no loss lies below the lowest, its logarithm still needs to exist.
    private const double Least = 1e-10;
    private const double Share = 0.05;

    /// <summary>
    /// Logarithms of losses brought to 0 to 1, with room below the least one of as much as the
    /// lowest twentieth of them spans (the log-scaled encoding of SMAC, Lindauer et al. 2022).
    /// </summary>
    internal static double[] Scale(double[] losses)
    {
        double[] sorted = [.. losses];
        Array.Sort(sorted);
        double place = Share * (sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        double low = sorted[below] + (place - below) * (sorted[above] - sorted[below]);
        double range = sorted[^1] - sorted[0];
        if (!(range > 0) || !double.IsFinite(range))
            return new double[losses.Length];
        double floor = sorted[0] - (low - sorted[0]);
        double room = sorted[^1] - floor;
        return
        [
            .. losses.Select(loss =>
                PortableMath.Log(Math.Max((loss - floor) / room, Least))),
        ];
    }

    /// <summary>
    /// f P(v) - exp(m + s²/2) P(v - s) with v = (ln f - m) / s, for the least value f so far.
    /// </summary>
    /// <param name="best">The logarithm of the least value, ln f.</param>
    /// <param name="mean">The mean m of the logarithm.</param>
    /// <param name="variance">Its variance s².</param>
    internal static double Of(double best, double mean, double variance)
    {
        double deviation = Math.Sqrt(variance);
        if (!(deviation > 1e-10))
            return Math.Max(0, PortableMath.Exp(best) - PortableMath.Exp(mean));
        double v = (best - mean) / deviation;
        return PortableMath.Exp(best) * PortableMath.NormalCdf(v)
            - PortableMath.Exp(mean + variance / 2) * PortableMath.NormalCdf(v - deviation);
    }
}
