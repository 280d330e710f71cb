using ActorTune.Arithmetic;
using ActorTune.Strategies.Samplers.Kernels;

namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>
/// What a parameter adds to the logarithm of the prior's kernel: as wide as the unit interval
/// around its middle, and for categories their shares.
/// </summary>
internal static class PriorTerms
{
    internal const double Centre = 0.5;

    /// <summary>Adds the terms.</summary>
    /// <param name="axis">The parameter.</param>
    /// <param name="kernels">The kernels along it; null for categories.</param>
    /// <param name="places">The points' places.</param>
    /// <param name="sums">The logarithms, one for each point.</param>
    internal static void Add(
        KernelAxis axis, AxisKernels? kernels, double[] places, double[] sums)
    {
        double norm = kernels?.LogNorm(Centre, 1) ?? 0;
        for (int j = 0; j < sums.Length; j++)
        {
            if (axis.Kind == AxisKind.Continuum)
            {
                double distance = places[j] - Centre;
                sums[j] -= 0.5 * distance * distance + norm;
            }
            else if (axis.Kind == AxisKind.Categorical)
            {
                sums[j] += PortableMath.Log(axis.Shares[(int)places[j]] / axis.Count);
            }
            else
            {
                (double low, double high) = axis.CellAround(places[j]);
                sums[j] += UnitNormal.LogMass(Centre, 1, low, high) - norm;
            }
        }
    }
}
