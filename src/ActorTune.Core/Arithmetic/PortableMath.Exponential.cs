namespace ActorTune.Arithmetic;

public static partial class PortableMath
{
    /// <summary>
    /// e to the power of <paramref name="x"/>, within 0.52 ulp, subnormal results included.
    /// </summary>
    /// <param name="x">Any value; above 709.78 the result is infinite, below -745.13 zero.</param>
    /// <returns>The power; NaN for NaN, 0 for -infinity.</returns>
    public static double Exp(double x)
    {
        if (Math.Abs(x) <= 746.0)
        {
            return ExpKernel.Evaluate(x, 0.0);
        }

        return double.IsNaN(x) ? double.NaN : x > 0.0 ? double.PositiveInfinity : 0.0;
    }

    /// <summary>
    /// e to the power of <paramref name="x"/>, less one, within 0.52 ulp, also where x is small.
    /// </summary>
    /// <param name="x">Any value.</param>
    /// <returns>The difference; NaN for NaN, -1 for -infinity, x itself for a zero.</returns>
    public static double Expm1(double x)
    {
        double size = Math.Abs(x);
        if (size < 5.551115123125783e-17)
        {
            return x; // below 2^-54 the next term, x^2/2, is less than half an ulp
        }

        if (size <= 50.0)
        {
            return ExpKernel.EvaluateMinusOne(x, out double low) + low;
        }

        return double.IsNaN(x) ? double.NaN : x > 0.0 ? Exp(x) : -1.0;
    }

    /// <summary>The hyperbolic tangent of <paramref name="x"/>, within 0.52 ulp.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>A value from -1 to 1; NaN for NaN, x itself for a zero.</returns>
    /// <remarks>tanh x = m / (m + 2) with m = e^(2x) - 1 carried in two doubles.</remarks>
    public static double Tanh(double x)
    {
        double size = Math.Abs(x);
        if (size < 7.450580596923828e-09)
        {
            return x; // below 2^-27 the next term, x^3/3, is less than half an ulp
        }

        if (size > 20.0)
        {
            return x > 0.0 ? 1.0 : -1.0;
        }

        if (double.IsNaN(x))
        {
            return double.NaN;
        }

        double top = ExpKernel.EvaluateMinusOne(2.0 * size, out double topLow);
        double bottom = DoubleDouble.TwoSum(top, 2.0, out double bottomLow);
        bottomLow += topLow;
        double quotient = top / bottom;
        double product = DoubleDouble.TwoProduct(quotient, bottom, out double productLow);
        double rest = ((top - product) - productLow) + (topLow - quotient * bottomLow);
        double value = quotient + rest / bottom;
        return x > 0.0 ? value : -value;
    }
}
