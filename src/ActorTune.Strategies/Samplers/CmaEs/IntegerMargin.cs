using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>
/// Keeps a discrete coordinate from being stuck at one value: its marginal distribution is moved
/// and stretched until the neighbouring values keep a probability of at least the margin (Hamano,
/// Saito, Nomura and Shirakawa, "CMA-ES with margin", GECCO 2022, section 4).
/// </summary>
internal static class IntegerMargin
{
    private const double Least = 1e-10;

    /// <summary>Corrects the mean and the stretch of one coordinate.</summary>
    /// <param name="cells">The limits of the coordinate's values.</param>
    /// <param name="margin">Alpha, the least probability of leaving the present value.</param>
    /// <param name="deviation">The coordinate's deviation without the stretch.</param>
    /// <param name="mean">The coordinate's mean, corrected in place.</param>
    /// <param name="stretch">The coordinate's element of A, corrected in place.</param>
    internal static void Apply(
        CellLimits cells, double margin, double deviation, ref double mean, ref double stretch)
    {
        (double lower, double upper) = cells.Around(mean);
        double scale = deviation * stretch;
        double below = PortableMath.NormalCdf((lower - mean) / scale);
        double above = PortableMath.NormalCdf((mean - upper) / scale);
        if (Math.Max(below, above) > 0.5)
        {
            if (Math.Min(below, above) < margin)
                mean = upper + Math.Sign(mean - upper) * scale * Distance(margin);
            return;
        }

        double within = 1 - (below + above);
        below = Math.Max(below, margin / 2);
        above = Math.Max(above, margin / 2);
        double excess = (1 - below - above - within) / (below + within + above - 1.5 * margin);
        double down = Distance(below + excess * (below - margin / 2));
        double up = Distance(above + excess * (above - margin / 2));
        stretch = (upper - lower) / ((down + up) * deviation);
        mean = (lower * up + upper * down) / (down + up);
    }

    // How many deviations the limit lies away that is passed with a probability.
    private static double Distance(double probability) =>
        -PortableMath.NormalQuantile(Math.Clamp(probability, Least, 0.5 - Least));
}
