using ActorTune.Arithmetic;
using ActorTune.Strategies.Numerics;

namespace ActorTune.Strategies.Schedulers.PopulationBandits;

/// <summary>
/// The kernel under which the gains are likeliest, from two fixed starts, one smooth and one
/// rough, so that it is a function of the data alone.
/// </summary>
/// <remarks>
/// With K the covariance of the outputs y and alpha = K^-1 y, the negative logarithm of the
/// likelihood is (y alpha + log det K) / 2 plus a constant, and its derivative
/// tr((K^-1 - alpha alpha^T) dK) / 2 (Rasmussen and Williams, 2006, 5.4.1).
/// </remarks>
internal sealed class KernelFit
{
    private const int MostEvaluations = 40;

    private static readonly double[] Low = TimeVaryingKernel.Logs(0.05, 3, 10, 1e-3, 1e-4);
    private static readonly double[] High = TimeVaryingKernel.Logs(20, 0.05, 0.05, 0.5, 1);

    private static readonly double[][] Starts =
    [
        TimeVaryingKernel.Logs(1, 1, 1, 0.1, 0.1),
        TimeVaryingKernel.Logs(1, 0.2, 0.5, 0.3, 0.01),
    ];

    private readonly double[] _outputs;
    private readonly double[] _squares;
    private readonly double[] _contextSquares;
    private readonly double[] _lags;
    private readonly double[] _covariances;

    internal KernelFit(IReadOnlyList<Moment> moments, double[] outputs)
    {
        _outputs = outputs;
        int length = moments.Count * (moments.Count + 1) / 2;
        _squares = new double[length];
        _contextSquares = new double[length];
        _lags = new double[length];
        _covariances = new double[length];
        int next = 0;
        for (int i = 0; i < moments.Count; i++)
        {
            for (int j = 0; j <= i; j++, next++)
            {
                _squares[next] = moments[i].SquareTo(moments[j]);
                _contextSquares[next] = moments[i].ContextSquareTo(moments[j]);
                _lags[next] = moments[i].LagTo(moments[j]);
            }
        }
    }

    /// <summary>The likeliest kernel.</summary>
    internal TimeVaryingKernel Fit()
    {
        var problem = new BoxProblem(Evaluate, Low, High)
        {
            MostEvaluations = MostEvaluations,
            GradientTolerance = 1e-2,
            DecreaseTolerance = 1e-5,
        };
        double[] best = Starts[0];
        double least = double.PositiveInfinity;
        foreach (double[] start in Starts)
        {
            var logs = (double[])start.Clone();
            double value = ProjectedLbfgs.Minimize(problem, logs);
            if (value < least)
                (best, least) = (logs, value);
        }

        return new TimeVaryingKernel(best);
    }

    /// <summary>
    /// The negative logarithm of the likelihood, less a constant, and its gradient.
    /// </summary>
    internal double Evaluate(ReadOnlySpan<double> logs, Span<double> gradient)
    {
        var kernel = new TimeVaryingKernel(logs);
        Fill(kernel);
        CholeskyFactor factor = Factor(kernel);
        gradient.Clear();
        if (factor.IsRaised)
            return double.PositiveInfinity;
        var alpha = (double[])_outputs.Clone();
        factor.SolveForward(alpha);
        factor.SolveBackward(alpha);
        AddTraces(kernel, alpha, CholeskyInverse.Of(factor), gradient);
        return 0.5 * (FourDots.One(_outputs, alpha) + factor.LogDeterminant);
    }

    private void Fill(TimeVaryingKernel kernel)
    {
        for (int i = 0; i < _covariances.Length; i++)
            _covariances[i] = -(kernel.Decay * _squares[i]
                + kernel.ContextDecay * _contextSquares[i] + kernel.Forgetting * _lags[i]);
        PortableMath.Exp(_covariances, _covariances);
        for (int i = 0; i < _covariances.Length; i++)
            _covariances[i] *= kernel.Variance;
    }

    private CholeskyFactor Factor(TimeVaryingKernel kernel)
    {
        var factor = new CholeskyFactor(_outputs.Length);
        var row = new double[_outputs.Length];
        int offset = 0;
        for (int i = 0; i < _outputs.Length; offset += ++i)
        {
            _covariances.AsSpan(offset, i + 1).CopyTo(row);
            row[i] += kernel.Noise;
            factor.Append(row.AsSpan(0, i + 1));
        }

        return factor;
    }

    // K is symmetric: each pair of moments counts once, without the half.
    private void AddTraces(
        TimeVaryingKernel kernel, double[] alpha, double[] inverse, Span<double> gradient)
    {
        int next = 0;
        for (int i = 0; i < alpha.Length; i++)
        {
            for (int j = 0; j < i; j++, next++)
            {
                double weight = (inverse[next] - alpha[i] * alpha[j]) * _covariances[next];
                gradient[0] += weight;
                gradient[1] -= weight * kernel.Decay * _squares[next];
                gradient[2] -= weight * kernel.ContextDecay * _contextSquares[next];
                gradient[3] -= weight * kernel.Forgetting * _lags[next];
            }

            double own = 0.5 * (inverse[next++] - alpha[i] * alpha[i]);
            gradient[0] += own * kernel.Variance;
            gradient[4] += own * kernel.Noise;
        }
    }
}
