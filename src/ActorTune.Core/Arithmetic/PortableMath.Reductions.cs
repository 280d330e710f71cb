using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorTune.Arithmetic;

public static partial class PortableMath
{
    private const int Lanes = 4;
    private const int Block = 4 * Lanes;

    /// <summary>
    /// The sum of <paramref name="values"/> in one fixed order: sixteen partial sums of
    /// every sixteenth value, whole fours that remain onto the first four of them, then the partial
    /// sums in a fixed tree, then the last values one by one.
    /// </summary>
    /// <param name="values">The terms; none give zero.</param>
    /// <returns>The sum; NaN where a term or the sum has no value.</returns>
    public static double Sum(ReadOnlySpan<double> values)
    {
        ref double start = ref MemoryMarshal.GetReference(values);
        Vector256<double> first = default, second = default, third = default, fourth = default;
        int i = 0;
        for (; i <= values.Length - Block; i += Block)
        {
            first += Vector256.LoadUnsafe(ref start, (nuint)i);
            second += Vector256.LoadUnsafe(ref start, (nuint)(i + Lanes));
            third += Vector256.LoadUnsafe(ref start, (nuint)(i + 2 * Lanes));
            fourth += Vector256.LoadUnsafe(ref start, (nuint)(i + 3 * Lanes));
        }

        for (; i <= values.Length - Lanes; i += Lanes)
        {
            first += Vector256.LoadUnsafe(ref start, (nuint)i);
        }

        double sum = Combine(first, second, third, fourth);
        for (; i < values.Length; i++)
        {
            sum += values[i];
        }

        return double.IsNaN(sum) ? double.NaN : sum;
    }

    /// <summary>
    /// The inner product of two vectors, its terms rounded and then added as in
    /// <see cref="Sum"/>.
    /// </summary>
    /// <param name="left">One vector.</param>
    /// <param name="right">Another of the same length.</param>
    /// <returns>The sum of the products; NaN where a product or the sum has no value.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException(
                $"An inner product needs vectors of one length, not {left.Length} and "
                + $"{right.Length}: slice the longer one.",
                nameof(right));
        }

        ref double a = ref MemoryMarshal.GetReference(left);
        ref double b = ref MemoryMarshal.GetReference(right);
        Vector256<double> first = default, second = default, third = default, fourth = default;
        int i = 0;
        for (; i <= left.Length - Block; i += Block)
        {
            first += ProductAt(ref a, ref b, i);
            second += ProductAt(ref a, ref b, i + Lanes);
            third += ProductAt(ref a, ref b, i + 2 * Lanes);
            fourth += ProductAt(ref a, ref b, i + 3 * Lanes);
        }

        for (; i <= left.Length - Lanes; i += Lanes)
        {
            first += ProductAt(ref a, ref b, i);
        }

        double sum = Combine(first, second, third, fourth);
        for (; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return double.IsNaN(sum) ? double.NaN : sum;
    }

    /// <summary>
    /// The sum of the squares of <paramref name="values"/>, added as in <see cref="Sum"/>.
    /// </summary>
    /// <param name="values">The values; none give zero.</param>
    /// <returns>The sum of squares; NaN where a value is NaN.</returns>
    public static double SumOfSquares(ReadOnlySpan<double> values) => Dot(values, values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ProductAt(ref double a, ref double b, int index) =>
        Vector256.LoadUnsafe(ref a, (nuint)index) * Vector256.LoadUnsafe(ref b, (nuint)index);

    private static double Combine(
        Vector256<double> first,
        Vector256<double> second,
        Vector256<double> third,
        Vector256<double> fourth)
    {
        Vector256<double> all = (first + second) + (third + fourth);
        return (all.GetElement(0) + all.GetElement(2)) + (all.GetElement(1) + all.GetElement(3));
    }
}
