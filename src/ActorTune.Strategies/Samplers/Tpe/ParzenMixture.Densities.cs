using ActorTune.Arithmetic;
using ActorTune.Strategies.Samplers.Kernels;

namespace ActorTune.Strategies.Samplers.Tpe;

/// <content>How likely points are.</content>
internal sealed partial class ParzenMixture
{
    private double[] _extras = [];

    /// <summary>The logarithm of the density at every point of the batch.</summary>
    internal void LogDensities(PointBatch batch, Span<double> logs)
    {
        var floors = new double[batch.Count];
        for (int i = 0; i < _axes.Length; i++)
            PriorTerms.Add(_axes[i], _kernels[i], batch.Along(i), floors);
        double[]? extras = _continua.Length == _axes.Length ? null : Extras(batch);
        double[][] points = [.. _continua.Select(batch.Along)];
        new MixtureSums(_table, points, floors, extras)
            .Evaluate(_options.PriorWeight, floors, logs);
        double log = PortableMath.Log(_totalWeight);
        for (int j = 0; j < batch.Count; j++)
            logs[j] -= log;
    }

    // What the parameters that are no continuum add to the logarithm of each kernel at each point.
    private double[] Extras(PointBatch batch)
    {
        int stride = _table.PaddedCount;
        int length = batch.Count * stride;
        if (_extras.Length < length)
            _extras = new double[2 * length];
        Array.Clear(_extras, 0, length);
        for (int i = 0; i < _axes.Length; i++)
        {
            double[] places = batch.Along(i);
            if (_categories[i] is { } categories)
                CategoryTerms.Add(
                    _axes[i], Spread, categories.Of(_table.Count), places, _extras, stride);
            else if (_axes[i].Kind == AxisKind.Cells)
                CellTerms.Add(_axes[i], _kernels[i]!, _table.Count, places, _extras, stride);
        }

        return _extras;
    }
}
