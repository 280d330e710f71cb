using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// Weighted sums over a column of coordinates, four partial sums and then the rest.
/// </summary>
internal static class CoordinateSums
{
    private const int Lanes = 4;

    /// <summary>The sum of w (x - own)^2.</summary>
    internal static double Squares(
        ReadOnlySpan<double> column, double own, ReadOnlySpan<double> weights)
    {
        ref double x = ref MemoryMarshal.GetReference(column);
        ref double w = ref MemoryMarshal.GetReference(weights);
        Vector256<double> sums = default;
        Vector256<double> owns = Vector256.Create(own);
        int i = 0;
        for (; i <= column.Length - Lanes; i += Lanes)
        {
            Vector256<double> apart = Vector256.LoadUnsafe(ref x, (nuint)i) - owns;
            sums += Vector256.LoadUnsafe(ref w, (nuint)i) * (apart * apart);
        }

        double sum = Add(sums);
        for (; i < column.Length; i++)
            sum += weights[i] * ((column[i] - own) * (column[i] - own));
        return sum;
    }

    /// <summary>The sum of w (own - x).</summary>
    internal static double Differences(
        ReadOnlySpan<double> column, double own, ReadOnlySpan<double> weights)
    {
        ref double x = ref MemoryMarshal.GetReference(column);
        ref double w = ref MemoryMarshal.GetReference(weights);
        Vector256<double> sums = default;
        Vector256<double> owns = Vector256.Create(own);
        int i = 0;
        for (; i <= column.Length - Lanes; i += Lanes)
        {
            sums += Vector256.LoadUnsafe(ref w, (nuint)i)
                * (owns - Vector256.LoadUnsafe(ref x, (nuint)i));
        }

        double sum = Add(sums);
        for (; i < column.Length; i++)
            sum += weights[i] * (own - column[i]);
        return sum;
    }

    /// <summary>The sum of w where x is another than one's own.</summary>
    internal static double Different(
        ReadOnlySpan<double> column, double own, ReadOnlySpan<double> weights)
    {
        double sum = 0;
        for (int i = 0; i < column.Length; i++)
            sum += column[i].Equals(own) ? 0 : weights[i];
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Add(Vector256<double> lanes) =>
        (lanes.GetElement(0) + lanes.GetElement(2)) + (lanes.GetElement(1) + lanes.GetElement(3));
}
