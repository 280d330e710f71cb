using System.Runtime.CompilerServices;

namespace ActorTune.Arithmetic;

/// <summary>
/// The natural logarithm by a table of reciprocals. With x = 2^k z, z from 0.6875 to 1.375, and c
/// the reciprocal of at most eleven bits for the step that holds z, log x = k ln2 - log c +
/// log(1 + r), r = z c - 1, |r| at most 2^-7. As c is short, r is exact as a sum of two doubles.
/// Method: Tang, "Table-driven implementation of the logarithm function in IEEE floating-point
/// arithmetic", ACM TOMS 16 (1990).
/// </summary>
internal static class LogKernel
{
    private const ulong LowestStep = 0x3FE6000000000000;
    private const ulong TopHalf = 0xFFFFFFFFF8000000;

    // ln2 as a multiple of 2^-42, so that its product with k is exact, and the rest
    private const double Ln2High = 0.6931471805598903;
    private const double Ln2Low = 5.497923018708371e-14;

    /// <summary>
    /// log(x + tail) for the bits of a normal positive x, times 2^-shift; |tail| at most an ulp.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Evaluate(ulong bits, int shift, double tail)
    {
        double main = Reduce(bits, shift, tail, out double r, out double rest, out double low);
        double high = DoubleDouble.FastTwoSum(main, r, out double sumRest);
        return high + (sumRest + (low + rest) + r * r * Tail(r));
    }

    /// <summary>
    /// log(x) as high + low with a relative error below 2^-66, for the bits of a normal positive x.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double EvaluateExtended(ulong bits, int shift, out double low)
    {
        double main = Reduce(bits, shift, 0.0, out double r, out double rest, out low);
        double sum = DoubleDouble.FastTwoSum(main, r, out double sumRest);
        double halfSquare = DoubleDouble.TwoProduct(r, 0.5 * r, out double squareRest);
        double high = DoubleDouble.FastTwoSum(sum, -halfSquare, out double highRest);
        double cube = r * (r * r) * CubicTail(r);
        low = (low + rest) + sumRest + (highRest - squareRest - r * rest) + cube;
        return DoubleDouble.FastTwoSum(high, low, out low);
    }

    // (log(1 + r) - r) / r^2
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Tail(double r)
    {
        double square = r * r;
        return (-0.5 + r * (1.0 / 3.0))
            + square * ((-0.25 + r * 0.2)
            + square * ((-1.0 / 6.0 + r * (1.0 / 7.0)) + square * (-0.125 + r * (1.0 / 9.0))));
    }

    // (log(1 + r) - r + r^2 / 2) / r^3
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double CubicTail(double r)
    {
        double square = r * r;
        return (1.0 / 3.0 - r * 0.25)
            + square * ((0.2 - r * (1.0 / 6.0))
            + square * ((1.0 / 7.0 - r * 0.125) + square * (1.0 / 9.0 - r * 0.1)));
    }

    // Returns the exact part of k ln2 - log c, gives r + rest exactly (less what the tail rounds).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Reduce(
        ulong bits, int shift, double tail, out double r, out double rest, out double low)
    {
        ulong offset = bits - LowestStep;
        int entry = 3 * (int)((offset >> 45) & 127);
        int exponent = (int)((long)offset >> 52);
        ulong reduced = bits - (offset & 0xFFF0000000000000);
        ReadOnlySpan<ulong> table = LogTable.Triples;
        double reciprocal = BitConverter.UInt64BitsToDouble(table[entry]);
        double z = BitConverter.UInt64BitsToDouble(reduced);
        double zHigh = BitConverter.UInt64BitsToDouble(reduced & TopHalf);
        double coarse = zHigh * reciprocal - 1.0;
        double fine = (z - zHigh) * reciprocal;
        if (tail != 0.0)
        {
            fine += tail * BitConverter.UInt64BitsToDouble((ulong)(1023 - exponent) << 52)
                * reciprocal;
        }

        r = coarse + fine;
        rest = (coarse - r) + fine;
        double k = exponent - shift;
        low = k * Ln2Low + BitConverter.UInt64BitsToDouble(table[entry + 2]);
        return k * Ln2High + BitConverter.UInt64BitsToDouble(table[entry + 1]);
    }
}
