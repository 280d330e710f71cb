using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// What is fitted: an inverse squared length scale for each parameter of the model, a variance
/// for each group, and the variance of the noise. Fits work on their logarithms, in this order.
/// </summary>
internal sealed class CovarianceParameters
{
    /// <summary>The least variance of the noise, as a share of the outputs' variance.</summary>
    internal const double LeastNoise = 1e-6;

    internal CovarianceParameters(ModelSpace space, ReadOnlySpan<double> logs)
    {
        InverseSquares = new double[space.Parameters.Length];
        Variances = new double[space.Groups.Length];
        for (int p = 0; p < InverseSquares.Length; p++)
            InverseSquares[p] = PortableMath.Exp(logs[p]);
        for (int g = 0; g < Variances.Length; g++)
            Variances[g] = PortableMath.Exp(logs[InverseSquares.Length + g]);
        ExtraNoise = PortableMath.Exp(logs[^1]);
    }

    /// <summary>1 / l^2 for each parameter of the model.</summary>
    internal double[] InverseSquares { get; }

    /// <summary>The variance of each group's term.</summary>
    internal double[] Variances { get; }

    /// <summary>The variance of the noise above its least.</summary>
    internal double ExtraNoise { get; }

    /// <summary>The variance of the noise.</summary>
    internal double Noise => LeastNoise + ExtraNoise;

    /// <summary>The prior variance at a point: that of all groups active there.</summary>
    internal double VarianceAt(ModelPoint point)
    {
        double sum = 0;
        for (int g = 0; g < Variances.Length; g++)
            sum += point.Groups[g] ? Variances[g] : 0;
        return sum;
    }
}
