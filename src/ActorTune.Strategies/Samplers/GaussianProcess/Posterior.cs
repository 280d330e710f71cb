using ActorTune.Strategies.Numerics;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// What the model says of points that were not tried: mean and deviation, given the outputs of the
/// observed points and the places of the pending ones.
/// </summary>
/// <remarks>
/// A pending trial is taken to give its own mean (the kriging believer of Ginsbourger, Le Riche and
/// Carraro, 2010). That leaves the mean as it is everywhere and lowers the deviation, so the
/// pending points are rows of the factor with a weight of zero.
/// </remarks>
internal sealed class Posterior
{
    /// <summary>How many points <see cref="Predict"/> takes at most.</summary>
    internal const int Block = 16;

    private const double LeastVariance = 1e-12;

    private readonly MaternKernel _kernel;
    private readonly PointColumns _columns;
    private readonly CholeskyFactor _factor;
    private readonly double[] _alpha;
    private readonly double[] _block;
    private readonly double[] _parts;
    private readonly double[] _slopes;

    /// <param name="kernel">The covariance.</param>
    /// <param name="columns">The observed points and then the pending ones.</param>
    /// <param name="factor">The factor of as many first points as are in it.</param>
    /// <param name="outputs">The outputs of the observed points.</param>
    internal Posterior(
        MaternKernel kernel, PointColumns columns, CholeskyFactor factor, double[] outputs)
    {
        _kernel = kernel;
        _columns = columns;
        _factor = factor;
        _block = new double[Block * columns.Stride];
        _parts = new double[kernel.Space.Groups.Length * columns.Stride];
        _slopes = new double[kernel.Space.Groups.Length * columns.Stride];
        Extend(factor);
        _alpha = new double[columns.Stride];
        outputs.CopyTo(_alpha, 0);
        factor.SolveForward(_alpha.AsSpan(0, outputs.Length));
        factor.SolveBackward(_alpha.AsSpan(0, outputs.Length));
    }

    /// <summary>The space of its points.</summary>
    internal ModelSpace Space => _kernel.Space;

    /// <summary>The observed and then the pending points.</summary>
    internal IReadOnlyList<ModelPoint> Points => _columns.Points;

    /// <summary>The parameters of the covariance.</summary>
    internal CovarianceParameters Parameters => _kernel.Parameters;

    /// <summary>The mean at a point.</summary>
    internal double Mean(ModelPoint point)
    {
        Span<double> values = _block.AsSpan(0, _columns.Stride);
        _kernel.Fill(_columns, point, _columns.Count, values);
        return FourDots.One(values, _alpha);
    }

    /// <summary>Means and deviations at up to sixteen points.</summary>
    internal void Predict(
        ReadOnlySpan<ModelPoint> points, Span<double> means, Span<double> deviations)
    {
        int stride = _columns.Stride;
        Span<double> block = _block.AsSpan(0, PointColumns.Whole(points.Length) * stride);
        for (int i = 0; i < points.Length; i++)
        {
            Span<double> values = block.Slice(i * stride, stride);
            _kernel.Fill(_columns, points[i], _columns.Count, values);
            means[i] = FourDots.One(values, _alpha);
        }

        _factor.SolveForward(block, stride);
        for (int i = 0; i < points.Length; i++)
        {
            Span<double> known = block.Slice(i * stride, _columns.Count);
            deviations[i] = Deviation(points[i], FourDots.One(known, known));
        }
    }

    /// <summary>
    /// Mean and deviation at a point; keeps what <see cref="AddGradient"/> needs of it.
    /// </summary>
    internal (double Mean, double Deviation) Predict(ModelPoint point)
    {
        Span<double> values = _block.AsSpan(0, _columns.Stride);
        _kernel.Fill(_columns, point, _columns.Count, values, _parts, _slopes);
        double mean = FourDots.One(values, _alpha);
        Span<double> known = values[.._columns.Count];
        _factor.SolveForward(known);
        double deviation = Deviation(point, FourDots.One(known, known));
        _factor.SolveBackward(known);
        return (mean, deviation);
    }

    /// <summary>
    /// Adds the gradient of a function of mean and deviation at the point last predicted alone.
    /// </summary>
    /// <param name="point">That point.</param>
    /// <param name="deviation">The deviation there.</param>
    /// <param name="byMean">The function's derivative by the mean.</param>
    /// <param name="byDeviation">Its derivative by the deviation.</param>
    /// <param name="gradient">One number for each parameter of the model.</param>
    /// <remarks>
    /// The variance's derivative is -2 k^T K^-1 dk, the deviation's half of that over itself.
    /// </remarks>
    internal void AddGradient(
        ModelPoint point, double deviation, double byMean, double byDeviation,
        Span<double> gradient)
    {
        ReadOnlySpan<double> solved = _block.AsSpan(0, _columns.Count);
        double share = byDeviation / deviation;
        for (int g = 0; g < Space.Groups.Length; g++)
        {
            if (!point.Groups[g])
                continue;
            Span<double> weights = _slopes.AsSpan(g * _columns.Stride, _columns.Count);
            for (int i = 0; i < weights.Length; i++)
                weights[i] *= byMean * _alpha[i] - share * solved[i];
            foreach (int p in Space.Groups[g].Members)
            {
                if (Space.Parameters[p].IsCategorical)
                    continue;
                gradient[p] += 2 * Parameters.InverseSquares[p] * CoordinateSums.Differences(
                    _columns.Coordinates.AsSpan(p * _columns.Stride, weights.Length),
                    point.Coordinates[p],
                    weights);
            }
        }
    }

    private double Deviation(ModelPoint point, double known) =>
        Math.Sqrt(Math.Max(Parameters.VarianceAt(point) - known, LeastVariance));

    private void Extend(CholeskyFactor factor)
    {
        for (int i = factor.Count; i < _columns.Count; i++)
        {
            Span<double> row = _block.AsSpan(0, _columns.Stride);
            _kernel.Fill(_columns, _columns.Points[i], i + 1, row);
            row[i] = Parameters.VarianceAt(_columns.Points[i]) + Parameters.Noise;
            factor.Append(row[..(i + 1)]);
        }
    }
}
