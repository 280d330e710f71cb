using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Samplers.Kernels;

/// <summary>Normal kernels whose centre lies in the unit interval, cut off at its ends.</summary>
internal static class UnitNormal
{
    /// <summary>The logarithm of the square root of two pi.</summary>
    internal const double LogRootTwoPi = 0.9189385332046728;

    // Beyond it less than half an ulp of one is left.
    private const double FarAway = 8.3;

    /// <summary>The logarithm of the mass between two places.</summary>
    internal static double LogMass(double centre, double deviation, double low, double high)
    {
        double a = (low - centre) / deviation;
        double b = (high - centre) / deviation;
        double mass = a > 0
            ? PortableMath.NormalCdf(-a) - PortableMath.NormalCdf(-b)
            : b < 0
                ? PortableMath.NormalCdf(b) - PortableMath.NormalCdf(a)
                : 1 - PortableMath.NormalCdf(a) - PortableMath.NormalCdf(-b);
        return PortableMath.Log(mass);
    }

    /// <summary>The logarithm of the mass inside the unit interval.</summary>
    internal static double LogMass(double centre, double deviation) =>
        centre > FarAway * deviation && 1 - centre > FarAway * deviation
            ? 0
            : LogMass(centre, deviation, 0, 1);

    /// <summary>The place below which a share of the mass inside the unit interval lies.</summary>
    internal static double Quantile(double centre, double deviation, double share)
    {
        double below = Tail(centre / deviation);
        double above = Tail((1 - centre) / deviation);
        double level = below + share * (1 - below - above);

        // From the upper end where that is nearer, so that no digits are lost there.
        double distance = level <= 0.5
            ? PortableMath.NormalQuantile(level)
            : -PortableMath.NormalQuantile(above + (1 - share) * (1 - below - above));
        return Math.Clamp(centre + deviation * distance, 0, 1);
    }

    private static double Tail(double distance) =>
        distance > FarAway ? 0 : PortableMath.NormalCdf(-distance);
}
