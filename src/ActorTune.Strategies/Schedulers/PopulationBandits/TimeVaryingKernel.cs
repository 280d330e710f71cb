using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Schedulers.PopulationBandits;

/// <summary>
/// The covariance of gains: k = v exp(-a |x - x'|^2 - b (c - c')^2) (1 - e)^(|t - t'| / 2) for
/// configurations x, contexts c and times t (Parker-Holder, Nguyen and Roberts, NeurIPS 2020;
/// the forgetting of Bogunovic, Scarlett and Cevher, AISTATS 2016).
/// </summary>
/// <remarks>
/// a and b are 1 / (2 l^2) for length scales l. The last factor is exp(-r |t - t'|) with
/// r = -log(1 - e) / 2.
/// </remarks>
internal sealed class TimeVaryingKernel
{
    /// <summary>How many parameters are fitted.</summary>
    internal const int Count = 5;

    internal TimeVaryingKernel(ReadOnlySpan<double> logs)
    {
        Variance = PortableMath.Exp(logs[0]);
        Decay = PortableMath.Exp(logs[1]);
        ContextDecay = PortableMath.Exp(logs[2]);
        Forgetting = PortableMath.Exp(logs[3]);
        Noise = PortableMath.Exp(logs[4]);
    }

    /// <summary>v.</summary>
    internal double Variance { get; }

    /// <summary>a.</summary>
    internal double Decay { get; }

    /// <summary>b.</summary>
    internal double ContextDecay { get; }

    /// <summary>r.</summary>
    internal double Forgetting { get; }

    /// <summary>The variance of the noise of a gain.</summary>
    internal double Noise { get; }

    /// <summary>The logarithms of parameters in the order in which they are fitted.</summary>
    internal static double[] Logs(
        double variance, double length, double contextLength, double forgetting, double noise) =>
    [
        PortableMath.Log(variance),
        PortableMath.Log(0.5 / (length * length)),
        PortableMath.Log(0.5 / (contextLength * contextLength)),
        PortableMath.Log(-0.5 * PortableMath.Log1P(-forgetting)),
        PortableMath.Log(noise),
    ];

    /// <summary>The covariance at distances.</summary>
    internal double At(double square, double contextSquare, double lag) => Variance
        * PortableMath.Exp(-(Decay * square + ContextDecay * contextSquare + Forgetting * lag));

    /// <summary>The covariance of two moments.</summary>
    internal double Of(Moment left, Moment right) =>
        At(left.SquareTo(right), left.ContextSquareTo(right), left.LagTo(right));
}
