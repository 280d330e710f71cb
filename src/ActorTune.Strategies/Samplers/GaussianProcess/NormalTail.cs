using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// Logarithms of functions of the normal distribution that stay finite and exact far out in its
/// tail, each with its derivative.
/// </summary>
/// <remarks>
/// Far out Mills' ratio is R(t) = (1 - Phi(t)) / phi(t) = 1 / (t + r), r the continued fraction
/// 1 / (t + 2 / (t + 3 / (t + ...))) (Abramowitz and Stegun, 26.2.14), so that neither the
/// ratio nor 1 - t R(t) = r / (t + r) cancels.
/// </remarks>
internal static class NormalTail
{
    private const double HalfLogOf2Pi = 0.91893853320467274;
    private const double FarOut = -6;
    private const int Terms = 16;

    /// <summary>
    /// log h(z) of h(z) = phi(z) + z Phi(z), with which the expected improvement is sigma h(z)
    /// (Ament et al., "Unexpected improvements to expected improvement", NeurIPS 2023).
    /// </summary>
    /// <param name="z">How many deviations the mean is better than the incumbent.</param>
    /// <returns>log h(z), Phi(z) / h(z), which is its derivative, and phi(z) / h(z).</returns>
    internal static (double Log, double Slope, double Density) LogImprovement(double z)
    {
        if (z < FarOut)
        {
            double r = Fraction(-z);
            double log = -0.5 * z * z - HalfLogOf2Pi + PortableMath.Log(r / (r - z));
            return (log, 1 / r, 1 - z / r);
        }

        double density = PortableMath.Exp(-0.5 * z * z - HalfLogOf2Pi);
        double below = PortableMath.NormalCdf(z);
        double h = density + z * below;
        return (PortableMath.Log(h), below / h, density / h);
    }

    /// <summary>log Phi(z) and its derivative phi(z) / Phi(z).</summary>
    internal static (double Log, double Slope) LogCdf(double z)
    {
        if (z < FarOut)
        {
            double slope = Fraction(-z) - z;
            return (-0.5 * z * z - HalfLogOf2Pi - PortableMath.Log(slope), slope);
        }

        double below = PortableMath.NormalCdf(z);
        return (
            PortableMath.Log(below),
            PortableMath.Exp(-0.5 * z * z - HalfLogOf2Pi) / below);
    }

    private static double Fraction(double t)
    {
        double r = 0;
        for (int k = Terms; k > 0; k--)
            r = k / (t + r);
        return r;
    }
}
