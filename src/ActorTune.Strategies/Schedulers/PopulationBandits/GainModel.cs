using ActorTune.Strategies.Numerics;

namespace ActorTune.Strategies.Schedulers.PopulationBandits;

/// <summary>
/// What is known of the gain at a moment: its mean given the measured intervals, and its deviation
/// given the pending ones as well, as if each of those gave its mean (Desautels, Krause and
/// Burdick, "Parallelizing exploration-exploitation tradeoffs in Gaussian process bandit
/// optimization", JMLR 15, 2014).
/// </summary>
internal sealed class GainModel
{
    private const double LeastVariance = 1e-12;

    private readonly TimeVaryingKernel _kernel;
    private readonly IReadOnlyList<Moment> _moments;
    private readonly CholeskyFactor _factor;
    private readonly double[] _alpha;
    private readonly double[] _covariances;
    private readonly double[] _weights;

    /// <param name="kernel">The covariance.</param>
    /// <param name="moments">The measured intervals and then the pending ones.</param>
    /// <param name="outputs">The outputs of the measured ones.</param>
    internal GainModel(
        TimeVaryingKernel kernel, IReadOnlyList<Moment> moments, double[] outputs)
    {
        _kernel = kernel;
        _moments = moments;
        _factor = new CholeskyFactor(moments.Count);
        _covariances = new double[moments.Count];
        _weights = new double[moments.Count];
        for (int i = 0; i < moments.Count; i++)
        {
            for (int j = 0; j <= i; j++)
                _covariances[j] = kernel.Of(moments[i], moments[j]);
            _covariances[i] += kernel.Noise;
            _factor.Append(_covariances.AsSpan(0, i + 1));
        }

        _alpha = (double[])outputs.Clone();
        _factor.SolveForward(_alpha);
        _factor.SolveBackward(_alpha);
    }

    /// <summary>The mean and the deviation at a moment.</summary>
    internal (double Mean, double Deviation) Predict(Moment moment)
    {
        for (int i = 0; i < _covariances.Length; i++)
            _covariances[i] = _kernel.Of(moment, _moments[i]);
        double mean = FourDots.One(_covariances.AsSpan(0, _alpha.Length), _alpha);
        _covariances.CopyTo(_weights, 0);
        _factor.SolveForward(_weights);
        double variance = _kernel.Variance - FourDots.One(_weights, _weights);
        return (mean, Math.Sqrt(Math.Max(variance, LeastVariance)));
    }

    /// <summary>
    /// The mean plus so many deviations at a moment, and its gradient by the ordered parameters.
    /// </summary>
    /// <remarks>dk / dx = -2 a (x - x_i) k; the variance's derivative is -2 k^T K^-1 dk.</remarks>
    internal double Bound(Moment moment, double deviations, Span<double> gradient)
    {
        (double mean, double deviation) = Predict(moment);
        _factor.SolveBackward(_weights);
        gradient.Clear();
        for (int i = 0; i < _covariances.Length; i++)
        {
            double byCovariance = -deviations * _weights[i] / deviation;
            if (i < _alpha.Length)
                byCovariance += _alpha[i];
            double factor = -2 * _kernel.Decay * _covariances[i] * byCovariance;
            for (int p = 0; p < gradient.Length; p++)
                gradient[p] += factor * (moment.Ordered[p] - _moments[i].Ordered[p]);
        }

        return mean + deviations * deviation;
    }
}
