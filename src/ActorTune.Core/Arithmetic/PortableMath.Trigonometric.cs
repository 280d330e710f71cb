using System.Runtime.CompilerServices;

namespace ActorTune.Arithmetic;

public static partial class PortableMath
{
    /// <summary>The sine of <paramref name="x"/> radians, within 0.8 ulp.</summary>
    /// <param name="x">Any finite angle; the reduction is exact over the whole range.</param>
    /// <returns>From -1 to 1; NaN for NaN and the infinities, x itself for a zero.</returns>
    public static double Sin(double x)
    {
        if (!(Math.Abs(x) <= double.MaxValue))
        {
            return double.NaN;
        }

        double angle = AngleReduction.Reduce(x, out double low, out int quadrant);
        return Quarter(angle, low, quadrant);
    }

    /// <summary>The cosine of <paramref name="x"/> radians, within 0.8 ulp.</summary>
    /// <param name="x">Any finite angle; the reduction is exact over the whole range.</param>
    /// <returns>From -1 to 1; NaN for NaN and the infinities.</returns>
    public static double Cos(double x)
    {
        if (!(Math.Abs(x) <= double.MaxValue))
        {
            return double.NaN;
        }

        double angle = AngleReduction.Reduce(x, out double low, out int quadrant);
        return Quarter(angle, low, quadrant + 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Quarter(double angle, double low, int quadrant)
    {
        double value = (quadrant & 1) == 0 ? SineNearZero(angle, low) : CosineNearZero(angle, low);
        return (quadrant & 2) == 0 ? value : -value;
    }

    // Chebyshev fit of (sin(x) / x - 1) / x^2 in x^2 up to (pi/4)^2, error below 2^-66 of sin x
    private static double SineNearZero(double x, double low)
    {
        double z = x * x;
        double quad = z * z;
        double odd = 0.008333333333333331 - z * 0.00019841269841265063
            + quad * ((2.7557319219337312e-06 - z * 2.5052106231802837e-08)
            + quad * (1.6058531516797758e-10 - z * 7.586691094197958e-13));
        double correction = low * (1.0 - 0.5 * z) + z * x * (z * odd - 0.16666666666666666);
        return correction == 0.0 ? x : x + correction;
    }

    // Chebyshev fit of (cos(x) - 1 + x^2 / 2) / x^4 in x^2 up to (pi/4)^2, error below 2^-60
    private static double CosineNearZero(double x, double low)
    {
        double z = x * x;
        double quad = z * z;
        double even = (0.041666666666666664 - z * 0.0013888888888887398)
            + quad * ((2.480158729876456e-05 - z * 2.7557317271145144e-07)
            + quad * (2.087614614655861e-09 - z * 1.1382623647474604e-11));
        double half = 0.5 * z;
        double main = 1.0 - half;
        return main + (((1.0 - main) - half) + (quad * even - x * low));
    }
}
