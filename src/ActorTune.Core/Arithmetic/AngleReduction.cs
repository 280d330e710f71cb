using System.Runtime.CompilerServices;

namespace ActorTune.Arithmetic;

/// <summary>
/// Reduction of an angle by multiples of pi/2 to at most pi/4 in size, in two doubles. Below 2^20
/// by pi/2 in pieces of 33 bits (Cody and Waite, "Software Manual for the Elementary Functions",
/// 1980), above by the 192 bits of 2/pi that matter, in integers (Payne and Hanek, "Radian
/// reduction for trigonometric functions", SIGNUM 18, 1983). No double but zero comes closer to a
/// multiple of pi/2 than about 2^-61, so that both keep more than 53 bits.
/// </summary>
internal static class AngleReduction
{
    private const double Shifter = 6755399441055744.0;
    private const double TwoOverPi = 0.6366197723675814;
    private const double HalfPi1 = 1.5707963267341256;
    private const double HalfPi2 = 6.077100506303966e-11;
    private const double HalfPi3 = 2.0222662487111665e-21;
    private const double HalfPi4 = 8.4784276603689e-32;
    private const double HalfPiHigh = 1.5707963267948966;
    private const double HalfPiLow = 6.123233995736766e-17;
    private const double MediumLimit = 1048576.0;

    // 64 zero bits, then the first 1280 bits of 2/pi
    private static ReadOnlySpan<ulong> TwoOverPiBits =>
    [
        0x0000000000000000,
        0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561,
        0xB7246E3A424DD2E0, 0x06492EEA09D1921C, 0xFE1DEB1CB129A73E, 0xE88235F52EBB4484,
        0xE99C7026B45F7E41, 0x3991D639835339F4, 0x9C845F8BBDF9283B, 0x1FF897FFDE05980F,
        0xEF2F118B5A0A6D1F, 0x6D367ECF27CB09B7, 0x4F463F669E5FEA2D, 0x7527BAC7EBE5F17B,
        0x3D0739F78A5292EA, 0x6BFB5FB11F8D5D08, 0x56033046FC7B6BAB, 0xF0CFBC209AF4361D,
    ];

    /// <summary>
    /// x = quadrant pi/2 + high + low (quadrant modulo four, high the result), any finite x.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Reduce(double x, out double low, out int quadrant)
    {
        if (Math.Abs(x) < 0.7853981633974483)
        {
            low = 0.0;
            quadrant = 0;
            return x;
        }

        return Math.Abs(x) < MediumLimit
            ? ReduceMedium(x, out low, out quadrant)
            : ReduceLarge(x, out low, out quadrant);
    }

    private static double ReduceMedium(double x, out double low, out int quadrant)
    {
        double rounded = x * TwoOverPi + Shifter;
        quadrant = (int)BitConverter.DoubleToUInt64Bits(rounded) & 3;
        double n = rounded - Shifter;
        double first = x - n * HalfPi1; // exact, as is each of the next two products
        double second = DoubleDouble.TwoSum(first, -(n * HalfPi2), out double secondRest);
        double third = DoubleDouble.TwoSum(second, -(n * HalfPi3), out double thirdRest);
        return DoubleDouble.FastTwoSum(
            third, secondRest + thirdRest - n * HalfPi4, out low);
    }

    private static double ReduceLarge(double x, out double low, out int quadrant)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(x);
        ulong fraction = (bits & 0x000FFFFFFFFFFFFF) | 0x0010000000000000;
        int exponent = (int)((bits >> 52) & 0x7FF) - 1075;

        // Bits of 2/pi above this one add whole turns; x 2/pi mod 4 = product / 2^190.
        int start = exponent + 62;
        ulong top = fraction * Window(start);
        ulong high = Math.BigMul(fraction, Window(start + 64), out ulong middle);
        ulong carry = Math.BigMul(fraction, Window(start + 128), out ulong bottom);
        top += high;
        middle += carry;
        top += middle < carry ? 1UL : 0UL;
        quadrant = (int)(top >> 62);
        top = (top << 2) | (middle >> 62);
        middle = (middle << 2) | (bottom >> 62);
        bottom <<= 2;
        bool isNegative = (top >> 63) != 0;
        if (isNegative)
        {
            quadrant++;
            top = ~top;
            middle = ~middle;
            bottom = ~bottom;
        }

        double angle = TimesHalfPi(top, middle, bottom, out low);
        if (isNegative != x < 0.0)
        {
            angle = -angle;
            low = -low;
        }

        quadrant = (x < 0.0 ? -quadrant : quadrant) & 3;
        return angle;
    }

    // 64 bits of the table from the given bit
    private static ulong Window(int start)
    {
        int word = start >> 6;
        int offset = start & 63;
        ReadOnlySpan<ulong> table = TwoOverPiBits;
        return offset == 0
            ? table[word]
            : (table[word] << offset) | (table[word + 1] >> (64 - offset));
    }

    // The 192-bit fraction of one quadrant, as an angle in two doubles.
    private static double TimesHalfPi(ulong top, ulong middle, ulong bottom, out double low)
    {
        int zeros = System.Numerics.BitOperations.LeadingZeroCount(top);
        if (zeros == 64)
        {
            top = middle;
            middle = bottom;
            bottom = 0;
            zeros = System.Numerics.BitOperations.LeadingZeroCount(top);
            return TimesHalfPi(top, middle, bottom, zeros, 64 + zeros, out low);
        }

        return TimesHalfPi(top, middle, bottom, zeros, zeros, out low);
    }

    private static double TimesHalfPi(
        ulong top, ulong middle, ulong bottom, int zeros, int scale, out double low)
    {
        if (zeros > 0)
        {
            top = (top << zeros) | (middle >> (64 - zeros));
            middle = (middle << zeros) | (bottom >> (64 - zeros));
        }

        const double TwoToMinus53 = 1.1102230246251565e-16;
        const double TwoToMinus116 = 1.2037062152420224e-35;
        double high = (long)(top >> 11) * TwoToMinus53;
        double rest = (long)(((top & 0x7FF) << 52) | (middle >> 12)) * TwoToMinus116;
        double product = DoubleDouble.TwoProduct(high, HalfPiHigh, out double productRest);
        productRest += high * HalfPiLow + rest * HalfPiHigh;
        double unit = BitConverter.UInt64BitsToDouble((ulong)(1023 - scale) << 52);
        product = DoubleDouble.FastTwoSum(product, productRest, out low);
        low *= unit;
        return product * unit;
    }
}
