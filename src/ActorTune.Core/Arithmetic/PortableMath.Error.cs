namespace ActorTune.Arithmetic;

public static partial class PortableMath
{
    private const double InverseRootTwo = 0.7071067811865476;

    /// <summary>The error function of <paramref name="x"/>, within 1.5 ulp.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>A value from -1 to 1; NaN for NaN, x itself for a zero.</returns>
    public static double Erf(double x)
    {
        double size = Math.Abs(x);
        if (size < 1.0)
        {
            return ErrorFunctionKernel.NearZero(x);
        }

        if (double.IsNaN(x))
        {
            return double.NaN;
        }

        double value = size > 6.0 ? 1.0 : 1.0 - UpperTail(size);
        return x > 0.0 ? value : -value;
    }

    /// <summary>
    /// One less the error function of <paramref name="x"/>, within 4 ulp, also where it is small.
    /// </summary>
    /// <param name="x">Any value; above 27.3 the result is zero.</param>
    /// <returns>A value from 0 to 2; NaN for NaN.</returns>
    public static double Erfc(double x)
    {
        if (Math.Abs(x) < 0.5)
        {
            return 1.0 - ErrorFunctionKernel.NearZero(x);
        }

        if (x > 0.0)
        {
            return x > 28.0 ? 0.0 : UpperTail(x);
        }

        return x < -6.0 ? 2.0 : x < 0.0 ? 2.0 - UpperTail(-x) : double.NaN;
    }

    /// <summary>
    /// The probability that a standard normal variable is at most <paramref name="x"/>, within
    /// 4 ulp, also in the lower tail.
    /// </summary>
    /// <param name="x">Any value; below -38.6 the result is zero.</param>
    /// <returns>A value from 0 to 1; NaN for NaN.</returns>
    public static double NormalCdf(double x)
    {
        double z = Math.Abs(x) * InverseRootTwo;
        if (z < 0.5)
        {
            return 0.5 + 0.5 * ErrorFunctionKernel.NearZero(x * InverseRootTwo);
        }

        if (z > 28.0)
        {
            return x > 0.0 ? 1.0 : 0.0;
        }

        if (double.IsNaN(x))
        {
            return double.NaN;
        }

        double exponent = DoubleDouble.TwoProduct(x, 0.5 * x, out double exponentLow);
        double tail = 0.5 * ErrorFunctionKernel.Tail(z, exponent, exponentLow);
        return x > 0.0 ? 1.0 - tail : tail;
    }

    private static double UpperTail(double z)
    {
        double exponent = DoubleDouble.TwoProduct(z, z, out double exponentLow);
        return ErrorFunctionKernel.Tail(z, exponent, exponentLow);
    }
}
