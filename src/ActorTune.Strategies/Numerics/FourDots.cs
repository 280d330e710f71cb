using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorTune.Strategies.Numerics;

/// <summary>
/// Four inner products with one common vector at a time, which loads that vector once. Each sum
/// has one fixed order: eight partial sums of every eighth product, a whole four that remains onto
/// the first four of them, the partial sums in a fixed tree, the last products one by one.
/// </summary>
internal static class FourDots
{
    private const int Lanes = 4;
    private const int Block = 2 * Lanes;

    /// <summary>The inner products of the first <paramref name="count"/> elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static Vector256<double> Of(
        ref double common,
        ref double first,
        ref double second,
        ref double third,
        ref double fourth,
        int count)
    {
        Vector256<double> a0 = default, b0 = default, c0 = default, d0 = default;
        Vector256<double> a1 = default, b1 = default, c1 = default, d1 = default;
        int i = 0;
        for (; i <= count - Block; i += Block)
        {
            Vector256<double> low = Load(ref common, i);
            Vector256<double> high = Load(ref common, i + Lanes);
            a0 += low * Load(ref first, i);
            b0 += low * Load(ref second, i);
            c0 += low * Load(ref third, i);
            d0 += low * Load(ref fourth, i);
            a1 += high * Load(ref first, i + Lanes);
            b1 += high * Load(ref second, i + Lanes);
            c1 += high * Load(ref third, i + Lanes);
            d1 += high * Load(ref fourth, i + Lanes);
        }

        if (i <= count - Lanes)
        {
            Vector256<double> low = Load(ref common, i);
            a0 += low * Load(ref first, i);
            b0 += low * Load(ref second, i);
            c0 += low * Load(ref third, i);
            d0 += low * Load(ref fourth, i);
            i += Lanes;
        }

        Vector256<double> sums = Vector256.Create(
            Add(a0 + a1), Add(b0 + b1), Add(c0 + c1), Add(d0 + d1));
        for (; i < count; i++)
        {
            sums += Vector256.Create(Unsafe.Add(ref common, i)) * Vector256.Create(
                Unsafe.Add(ref first, i),
                Unsafe.Add(ref second, i),
                Unsafe.Add(ref third, i),
                Unsafe.Add(ref fourth, i));
        }

        return sums;
    }

    /// <summary>One inner product, added in the same order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double One(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ref double a = ref MemoryMarshal.GetReference(left);
        ref double b = ref MemoryMarshal.GetReference(right);
        Vector256<double> even = default, odd = default;
        int i = 0;
        for (; i <= left.Length - Block; i += Block)
        {
            even += Load(ref a, i) * Load(ref b, i);
            odd += Load(ref a, i + Lanes) * Load(ref b, i + Lanes);
        }

        if (i <= left.Length - Lanes)
        {
            even += Load(ref a, i) * Load(ref b, i);
            i += Lanes;
        }

        double sum = Add(even + odd);
        for (; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(ref double start, int index) =>
        Vector256.LoadUnsafe(ref start, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Add(Vector256<double> lanes) =>
        (lanes.GetElement(0) + lanes.GetElement(2)) + (lanes.GetElement(1) + lanes.GetElement(3));
}
