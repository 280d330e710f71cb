using ActorTune.Analysis.Statistics;
using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Schedulers.PopulationBandits;

/// <summary>The numbers that the model is made of, whatever the scale of the objective.</summary>
internal static class GainOutputs
{
    /// <summary>
    /// Gains as normal quantiles of their ranks: of n the k-th least stands at (k - 1/2) / n. The
    /// authors standardise them and cut at two deviations; but gains shrink by orders of magnitude
    /// as training goes on, and one that is far off would leave no difference among the others.
    /// </summary>
    internal static double[] Of(IReadOnlyList<Stretch> stretches)
    {
        double[] gains = [.. stretches.Select(stretch => stretch.Gain)];
        return [.. MidRanks.Of(gains).Doubled.Select(doubled =>
            PortableMath.NormalQuantile((doubled - 1) / (2.0 * gains.Length)))];
    }

    /// <summary>
    /// A place among the objectives at which intervals began, from 0 at the least to 1 at the
    /// greatest and in proportion beyond.
    /// </summary>
    internal static double Context(IReadOnlyList<Stretch> stretches, double loss)
    {
        // A quarter of finite numbers differ by a finite number.
        double low = 0.25 * stretches.Min(stretch => stretch.Before);
        double range = 0.25 * stretches.Max(stretch => stretch.Before) - low;
        return range > 0 ? Math.Clamp((0.25 * loss - low) / range, -1, 2) : 0;
    }
}
