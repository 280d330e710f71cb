using ActorTune.Strategies.Numerics;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// Keeps the last factor of a model: while its parameters stay, the rows of the points that the
/// next one begins with are the same bits and are not computed again.
/// </summary>
internal sealed class FactorMemo
{
    private readonly CholeskyFactor _factor = new();
    private double[]? _logs;
    private IReadOnlyList<ModelPoint> _points = [];

    /// <summary>The model of outputs at the first points, the others pending.</summary>
    internal Posterior Model(
        ModelSpace space, double[] logs, IReadOnlyList<ModelPoint> points, double[] outputs)
    {
        int kept = 0;
        if (_logs is not null && _logs.AsSpan().SequenceEqual(logs) && !_factor.IsRaised)
        {
            while (kept < _points.Count && kept < points.Count
                && ReferenceEquals(_points[kept], points[kept]))
                kept++;
        }

        _factor.Truncate(kept);
        _logs = logs;
        _points = points;
        var kernel = new MaternKernel(space, new CovarianceParameters(space, logs));
        return new Posterior(kernel, new PointColumns(space, points), _factor, outputs);
    }
}
