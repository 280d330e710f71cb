using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.Kernels;

namespace ActorTune.Strategies.Samplers.Bohb;

/// <summary>
/// Fills in the values of inactive parameters: those of a trial drawn among the ones in which the
/// first missing parameter is active, and a random value where there is none (HpBandSter).
/// </summary>
internal static class DonorImputation
{
    private static readonly StreamName Stream = new("bohb-donor");

    /// <summary>The places of all trials, nothing missing.</summary>
    /// <param name="axes">The parameters.</param>
    /// <param name="numbers">The trials' numbers; a trial's draws are keyed by its own.</param>
    /// <param name="points">Their places; NaN where inactive.</param>
    /// <param name="seed">The study's seed.</param>
    internal static double[][] Fill(
        KernelAxis[] axes, int[] numbers, double[][] points, ulong seed)
    {
        var filled = new double[points.Length][];
        for (int i = 0; i < points.Length; i++)
        {
            filled[i] = [.. points[i]];
            RandomStream chance = RandomStream.For(seed, Stream, numbers[i], 0);
            for (int axis = 0; axis < axes.Length; axis++)
            {
                if (double.IsNaN(filled[i][axis]))
                    FillFrom(axes, points, filled[i], axis, chance);
            }
        }

        return filled;
    }

    private static void FillFrom(
        KernelAxis[] axes, double[][] points, double[] place, int missing, RandomStream chance)
    {
        double[][] donors = [.. points.Where(point => !double.IsNaN(point[missing]))];
        if (donors.Length == 0)
        {
            place[missing] = axes[missing].Kind == AxisKind.Categorical
                ? chance.NextInt64(axes[missing].Count)
                : chance.NextDouble();
            return;
        }

        double[] donor = donors[chance.NextInt32(donors.Length)];
        for (int axis = missing; axis < place.Length; axis++)
        {
            if (double.IsNaN(place[axis]))
                place[axis] = donor[axis];
        }
    }
}
