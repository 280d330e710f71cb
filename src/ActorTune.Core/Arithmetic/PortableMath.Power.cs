namespace ActorTune.Arithmetic;

public static partial class PortableMath
{
    /// <summary>
    /// <paramref name="x"/> to the power of <paramref name="y"/>, within 0.52 ulp, subnormal
    /// results included; exact wherever the true result is a double.
    /// </summary>
    /// <param name="x">The base; below zero only with an integer exponent.</param>
    /// <param name="y">The exponent.</param>
    /// <returns>
    /// The power, with the special cases of C99: 1 where x is 1 or y is zero, even with NaN; NaN
    /// where a finite base below zero meets a fraction.
    /// </returns>
    /// <remarks>e^(y log x), with the logarithm and the product in two doubles.</remarks>
    public static double Pow(double x, double y)
    {
        if (x == 1.0 || y == 0.0)
        {
            return 1.0;
        }

        double size = Math.Abs(x);
        if (!(size > 0.0 && size <= double.MaxValue && Math.Abs(y) <= double.MaxValue))
        {
            return PowerAtLimits(x, y);
        }

        bool isNegative = false;
        if (x < 0.0)
        {
            if (Math.Floor(y) != y)
            {
                return double.NaN;
            }

            isNegative = IsOddInteger(y);
        }

        double power = PowerOfPositive(size, y);
        return isNegative ? -power : power;
    }

    private static double PowerOfPositive(double x, double y)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(x);
        int shift = 0;
        if (bits < SmallestNormal)
        {
            bits = BitConverter.DoubleToUInt64Bits(x * TwoTo52);
            shift = 52;
        }

        double log = LogKernel.EvaluateExtended(bits, shift, out double logLow);
        double exponent = y * log;
        if (!(Math.Abs(exponent) <= 746.0))
        {
            return exponent > 0.0 ? double.PositiveInfinity : 0.0;
        }

        // y is below 2^64 here or x is 1, so that the exact product cannot overflow
        exponent = DoubleDouble.TwoProduct(y, log, out double rest);
        return log == 0.0 ? 1.0 : ExpKernel.Evaluate(exponent, rest + y * logLow);
    }

    // x or y is NaN or infinite, or x is zero; y is not zero and x is not one.
    private static double PowerAtLimits(double x, double y)
    {
        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        double size = Math.Abs(x);
        if (double.IsInfinity(y))
        {
            return size == 1.0 ? 1.0 : (size > 1.0) == (y > 0.0) ? double.PositiveInfinity : 0.0;
        }

        double power = (size > 1.0) == (y > 0.0) ? double.PositiveInfinity : 0.0;
        return double.IsNegative(x) && IsOddInteger(y) ? -power : power;
    }

    private static bool IsOddInteger(double y)
    {
        double half = 0.5 * y;
        return Math.Floor(y) == y && Math.Floor(half) != half;
    }
}
