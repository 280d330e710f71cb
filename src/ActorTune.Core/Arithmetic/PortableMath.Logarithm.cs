namespace ActorTune.Arithmetic;

public static partial class PortableMath
{
    /// <summary>The natural logarithm of <paramref name="x"/>, within 0.52 ulp.</summary>
    /// <param name="x">A value of at least zero.</param>
    /// <returns>
    /// The logarithm; -infinity for a zero of either sign, NaN below zero and for NaN.
    /// </returns>
    public static double Log(double x)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(x);
        if (bits - SmallestNormal < InfinityBits - SmallestNormal)
        {
            return LogKernel.Evaluate(bits, 0, 0.0);
        }

        if (x == 0.0)
        {
            return double.NegativeInfinity;
        }

        if (x > 0.0)
        {
            return double.IsPositiveInfinity(x)
                ? x
                : LogKernel.Evaluate(BitConverter.DoubleToUInt64Bits(x * TwoTo52), 52, 0.0);
        }

        return double.NaN;
    }

    /// <summary>
    /// The natural logarithm of 1 + <paramref name="x"/>, within 0.52 ulp, also where x is small.
    /// </summary>
    /// <param name="x">A value of at least -1.</param>
    /// <returns>
    /// The logarithm; -infinity for -1, NaN below -1 and for NaN, x itself for a zero.
    /// </returns>
    public static double Log1P(double x)
    {
        double size = Math.Abs(x);
        if (size < 0.00390625)
        {
            return size < 5.551115123125783e-17 ? x : x + x * x * LogKernel.Tail(x);
        }

        if (x > -1.0 && x < 1e18)
        {
            double sum = DoubleDouble.TwoSum(1.0, x, out double rest);
            return LogKernel.Evaluate(BitConverter.DoubleToUInt64Bits(sum), 0, rest);
        }

        if (x == -1.0)
        {
            return double.NegativeInfinity;
        }

        return x > 0.0 ? Log(x) : double.NaN; // the one is far below half an ulp of x
    }
}
