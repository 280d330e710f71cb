namespace ActorTune.Strategies.Samplers.Kernels;

/// <summary>Points drawn together, one coordinate for each axis, to be compared.</summary>
internal sealed class PointBatch
{
    private readonly KernelAxis[] _axes;
    private readonly double[][] _places;

    internal PointBatch(KernelAxis[] axes, int count)
    {
        _axes = axes;
        Count = count;
        _places = new double[axes.Length][];
        for (int i = 0; i < axes.Length; i++)
            _places[i] = new double[count];
    }

    /// <summary>How many points there are.</summary>
    internal int Count { get; }

    /// <summary>The coordinates along one axis, point after point.</summary>
    internal double[] Along(int axis) => _places[axis];

    /// <summary>Sets a coordinate.</summary>
    internal void Set(int axis, int point, double place) =>
        _places[axis][point] = _axes[axis].Snap(place);

    /// <summary>Writes a point's coordinates into a point of the whole unit cube.</summary>
    internal void CopyTo(int point, Span<double> cube)
    {
        for (int i = 0; i < _axes.Length; i++)
            cube[_axes[i].Index] = _axes[i].UnitOf(_places[i][point]);
    }
}
