using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>
/// The least width of the good trials' kernels along a continuum: it shrinks with what is known,
/// faster along few parameters than along many, and less while many trials are under way: until
/// these are measured the next ones should spread, the more the more parameters there are.
/// </summary>
internal static class LeastWidth
{
    private const double Widest = 0.3;
    private const double Narrowest = 0.01;
    private const double PendingShare = 0.02;

    /// <summary>The width.</summary>
    /// <param name="observed">How many trials are observed.</param>
    /// <param name="pending">How many are under way without a measurement.</param>
    /// <param name="axes">How many parameters share the density.</param>
    internal static double Of(int observed, int pending, int axes)
    {
        double known = observed / (1 + PendingShare * axes * pending);
        double exponent = Math.Min(1, 0.7 + 0.6 / axes);
        return Math.Clamp(
            PortableMath.Pow(Math.Max(known, 1), -exponent), Narrowest, Widest);
    }
}
