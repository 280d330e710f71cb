using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ActorTune.Arithmetic;
using ActorTune.Strategies.Samplers.Kernels;

namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>
/// What a categorical parameter adds to the logarithms of the kernels: a kernel gives its own value
/// the weight 1 and each value its share of a spread, together one.
/// </summary>
internal static class CategoryTerms
{
    private const int Lanes = 4;

    /// <summary>Adds the terms.</summary>
    /// <param name="axis">The parameter.</param>
    /// <param name="spread">What a value of average frequency gets.</param>
    /// <param name="categories">The kernels' values, by position.</param>
    /// <param name="places">The points' values, by position.</param>
    /// <param name="sums">The logarithms, point after point.</param>
    /// <param name="stride">How many there are for each point.</param>
    internal static void Add(
        KernelAxis axis,
        double spread,
        ReadOnlySpan<double> categories,
        double[] places,
        double[] sums,
        int stride)
    {
        double all = 1 + spread * axis.Count;
        for (int j = 0; j < places.Length; j++)
        {
            double others = spread * axis.Shares[(int)places[j]];
            AddPoint(
                categories,
                places[j],
                PortableMath.Log((1 + others) / all),
                PortableMath.Log(others / all),
                sums.AsSpan(j * stride, categories.Length));
        }
    }

    private static void AddPoint(
        ReadOnlySpan<double> categories, double place, double hit, double miss, Span<double> sums)
    {
        ref double from = ref MemoryMarshal.GetReference(categories);
        ref double to = ref MemoryMarshal.GetReference(sums);
        Vector256<double> own = Vector256.Create(place);
        Vector256<double> hits = Vector256.Create(hit);
        Vector256<double> misses = Vector256.Create(miss);
        int row = 0;
        for (; row <= categories.Length - Lanes; row += Lanes)
        {
            Vector256<double> terms = Vector256.ConditionalSelect(
                Vector256.Equals(Vector256.LoadUnsafe(ref from, (nuint)row), own), hits, misses);
            (Vector256.LoadUnsafe(ref to, (nuint)row) + terms).StoreUnsafe(ref to, (nuint)row);
        }

        for (; row < categories.Length; row++)
            sums[row] += categories[row].Equals(place) ? hit : miss;
    }
}
