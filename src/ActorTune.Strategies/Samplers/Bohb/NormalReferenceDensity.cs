using ActorTune.Arithmetic;
using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.Kernels;

namespace ActorTune.Strategies.Samplers.Bohb;

/// <summary>
/// A kernel density as BOHB's: one width for each parameter by the normal reference rule, normal
/// kernels that are not cut off, and Aitchison and Aitken's for values without an order.
/// </summary>
/// <remarks>
/// The rule is that of statsmodels' KDEMultivariate: 1.06 s n^(-1 / (4 + d)), s the deviation with
/// divisor n, of positions where categorical. A categorical width is kept within 0.999, where the
/// kernel is still one.
/// </remarks>
internal sealed class NormalReferenceDensity
{
    private const double RootTwo = 1.4142135623730951;
    private const double LogLeast = -73.68272297580947; // of 1e-32, below which HpBandSter cuts
    private const double WidestCategorical = 0.999;

    private readonly KernelAxis[] _axes;
    private readonly double[][] _points;
    private readonly BohbOptions _options;
    private readonly double[] _widths;
    private readonly int[] _normal;
    private readonly KernelTable _table;

    /// <param name="axes">The parameters.</param>
    /// <param name="points">Their places, axis by axis, of each trial.</param>
    /// <param name="options">Widths.</param>
    internal NormalReferenceDensity(
        KernelAxis[] axes, IReadOnlyList<double[]> points, BohbOptions options)
    {
        _axes = axes;
        _points = [.. points];
        _options = options;
        _widths = [.. axes.Select((_, i) => WidthOf(i))];
        _normal = [.. Enumerable.Range(0, axes.Length).Where(
            i => axes[i].Kind != AxisKind.Categorical)];
        _table = new KernelTable(_normal.Length);
        double offset = -PortableMath.Log(_points.Length);
        foreach (int axis in _normal)
            offset -= PortableMath.Log(_widths[axis]) + UnitNormal.LogRootTwoPi;
        foreach (double[] point in _points)
        {
            int row = _table.Append();
            _table.SetOffset(row, offset);
            _table.SetWeight(row, 1);
            for (int i = 0; i < _normal.Length; i++)
            {
                _table.SetCentre(row, i, point[_normal[i]]);
                _table.SetInverse(row, i, 1 / (_widths[_normal[i]] * RootTwo));
            }
        }
    }

    internal double WidthAlong(int axis) => _widths[axis];

    /// <summary>Draws a point around one of the trials, wider than the kernels are.</summary>
    internal void Draw(RandomStream chance, PointBatch batch, int index)
    {
        double[] point = _points[chance.NextInt32(_points.Length)];
        for (int i = 0; i < _axes.Length; i++)
        {
            double share = chance.NextOpenDouble();
            batch.Set(i, index, _axes[i].Kind == AxisKind.Categorical
                ? DrawCategory(i, point[i], share)
                : UnitNormal.Quantile(point[i], _options.BandwidthFactor * _widths[i], share));
        }
    }

    /// <summary>The logarithm of the density at every point, at least that of 1e-32.</summary>
    internal void LogDensities(PointBatch batch, Span<double> logs)
    {
        var floors = new double[batch.Count];
        Array.Fill(floors, LogLeast);
        double[]? extras = _normal.Length == _axes.Length ? null : Extras(batch);
        double[][] points = [.. _normal.Select(batch.Along)];
        new MixtureSums(_table, points, floors, extras).Evaluate(0, floors, logs);
        foreach (ref double log in logs)
            log = Math.Max(log, LogLeast);
    }

    private double WidthOf(int axis)
    {
        double[] places = [.. _points.Select(point => point[axis])];
        double mean = PortableMath.Sum(places) / places.Length;
        for (int i = 0; i < places.Length; i++)
            places[i] -= mean;
        double deviation = Math.Sqrt(PortableMath.SumOfSquares(places) / places.Length);
        double width = 1.06 * deviation
            * PortableMath.Pow(places.Length, -1.0 / (4 + _axes.Length));
        width = Math.Max(width, _options.MinBandwidth);
        return _axes[axis].Kind == AxisKind.Categorical
            ? Math.Min(width, WidestCategorical)
            : width;
    }

    // Keeps the value with probability 1 - width, otherwise any, itself included.
    private double DrawCategory(int axis, double own, double share)
    {
        double width = _widths[axis];
        if (share >= width)
            return own;
        long count = _axes[axis].Count;
        return Math.Min((long)(share / width * count), count - 1);
    }

    private double[] Extras(PointBatch batch)
    {
        var extras = new double[batch.Count * _table.PaddedCount];
        for (int i = 0; i < _axes.Length; i++)
        {
            if (_axes[i].Kind != AxisKind.Categorical)
                continue;
            double hit = PortableMath.Log(1 - _widths[i]);
            double miss = PortableMath.Log(_widths[i] / (_axes[i].Count - 1));
            for (int j = 0; j < batch.Count; j++)
            {
                double place = batch.Along(i)[j];
                for (int row = 0; row < _points.Length; row++)
                    extras[j * _table.PaddedCount + row] +=
                        _points[row][i].Equals(place) ? hit : miss;
            }
        }

        return extras;
    }
}
