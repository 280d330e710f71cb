using System.Runtime.CompilerServices;

namespace ActorTune.Arithmetic;

/// <summary>
/// The exponential by a table of 2^(i/128) and a Taylor polynomial. With
/// x = k ln2/128 + r, |r| at most ln2/256, e^x = 2^(k/128) e^r, and the polynomial of degree six
/// misses e^r - 1 by less than 2^-71. Method: Tang, "Table-driven implementation of the exponential
/// function in IEEE floating-point arithmetic", ACM TOMS 15 (1989).
/// </summary>
internal static class ExpKernel
{
    // adding and subtracting 1.5 * 2^52 rounds to an integer, which the low bits then hold
    private const double Shifter = 6755399441055744.0;
    private const double StepsPerUnit = 184.6649652337873;

    // ln2/128 in 36 bits, so that its product with k is exact, and the rest
    private const double StepHigh = 0.005415212348111709;
    private const double StepLow = 1.2864023111638346e-14;

    private const double TwoTo1009 = 5.4861240687936887e303;
    private const double TwoToMinus1022 = 2.2250738585072014e-308;

    /// <summary>
    /// e^(x + tail) for |x| at most 760 and |tail| below one ulp of x, above overflow infinite,
    /// below underflow zero, in between within 0.52 ulp, subnormal results included.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Evaluate(double x, double tail)
    {
        double rounded = x * StepsPerUnit + Shifter;
        ulong k = BitConverter.DoubleToUInt64Bits(rounded);
        rounded -= Shifter;
        double r = (x - rounded * StepHigh) - rounded * StepLow + tail;
        int entry = 2 * (int)(k & 127);
        ReadOnlySpan<ulong> table = ExpTable.Pairs;
        ulong scaleBits = table[entry] + ((k >> 7) << 52);
        double square = r * r;
        double correction = BitConverter.UInt64BitsToDouble(table[entry + 1]) + r
            + square * Tail(r, square);
        if (Math.Abs(x) > 600.0)
        {
            return Extreme(scaleBits, correction, x > 0.0);
        }

        double scale = BitConverter.UInt64BitsToDouble(scaleBits);
        return scale + scale * correction;
    }

    /// <summary>
    /// e^x - 1 as a sum high + low for |x| at most 60; low carries about twelve bits beyond high.
    /// </summary>
    public static double EvaluateMinusOne(double x, out double low)
    {
        double rounded = x * StepsPerUnit + Shifter;
        ulong k = BitConverter.DoubleToUInt64Bits(rounded);
        rounded -= Shifter;
        double r = DoubleDouble.FastTwoSum(
            x - rounded * StepHigh, -(rounded * StepLow), out double rest);
        int entry = 2 * (int)(k & 127);
        ReadOnlySpan<ulong> table = ExpTable.Pairs;
        double scale = BitConverter.UInt64BitsToDouble(table[entry] + ((k >> 7) << 52));
        double tableTail = BitConverter.UInt64BitsToDouble(table[entry + 1]);
        double square = r * r;
        double above = DoubleDouble.TwoSum(scale, -1.0, out double aboveRest);
        double product = DoubleDouble.TwoProduct(scale, r, out double productRest);
        double high = DoubleDouble.TwoSum(above, product, out double sumRest);
        low = sumRest + aboveRest + productRest
            + scale * (rest + (tableTail + tableTail * r) + square * Tail(r, square));
        return DoubleDouble.FastTwoSum(high, low, out low);
    }

    // (e^r - 1 - r) / r^2
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Tail(double r, double square) =>
        (0.5 + r * (1.0 / 6.0))
        + square * ((1.0 / 24.0 + r * (1.0 / 120.0)) + square * (1.0 / 720.0));

    // The scale alone may be out of range here, so it is moved towards one and back at the end.
    private static double Extreme(ulong scaleBits, double correction, bool isLarge)
    {
        if (isLarge)
        {
            double reduced = BitConverter.UInt64BitsToDouble(scaleBits - (1009UL << 52));
            return TwoTo1009 * (reduced + reduced * correction);
        }

        double scale = BitConverter.UInt64BitsToDouble(scaleBits + (1022UL << 52));
        double value = scale + scale * correction;
        if (value < 1.0)
        {
            // Subnormal in the end: added to one, the sum is rounded at the final last bit, once.
            double low = (scale - value) + scale * correction;
            double high = 1.0 + value;
            low = ((1.0 - high) + value) + low;
            value = (high + low) - 1.0;
        }

        return TwoToMinus1022 * value;
    }
}
