using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Samplers.Kernels;

/// <summary>
/// One parameter as kernels see it: the unit interval, cut into cells where the values are a grid,
/// or positions where they have no order.
/// </summary>
internal sealed class KernelAxis
{
    /// <summary>
    /// From so many cells on a grid is taken for a continuum: they are narrower than a quarter of
    /// the least bandwidth, so that the density in the middle is the mean over the cell but for
    /// (z^2 - 1) / 384 at z bandwidths from a kernel.
    /// </summary>
    internal const long FineCells = 400;

    private readonly double[] _middles = [];
    private readonly double _bottom;
    private readonly double _length;

    /// <param name="parameter">The parameter.</param>
    /// <param name="index">Its position in the search space.</param>
    internal KernelAxis(Parameter parameter, int index)
    {
        Parameter = parameter;
        Index = index;
        Kind = KindOf(parameter);
        Count = parameter.ValueCount ?? 0;
        if (Kind == AxisKind.Categorical)
        {
            _middles = new double[Count];
            for (int i = 0; i < _middles.Length; i++)
                _middles[i] = parameter.Encode(parameter.ValueAt(i));
            Shares = SharesOf(parameter, _middles.Length);
        }
        else if (parameter is IntegerParameter { Scale: not Scale.Linear } integer)
        {
            _bottom = PortableMath.Log(integer.Low - 0.5);
            _length = PortableMath.Log(integer.High + 0.5) - _bottom;
        }
    }

    internal Parameter Parameter { get; }

    internal int Index { get; }

    internal AxisKind Kind { get; }

    /// <summary>How many values there are; zero in a true continuum.</summary>
    internal long Count { get; }

    /// <summary>
    /// The frequencies of a categorical parameter's values relative to equal ones: 1 where all are
    /// alike. Empty for others.
    /// </summary>
    internal double[] Shares { get; } = [];

    /// <summary>The place of a point's coordinate: a position where categorical.</summary>
    internal double PlaceOf(double unit) =>
        Kind == AxisKind.Categorical ? Array.IndexOf(_middles, unit) : unit;

    /// <summary>The coordinate that decodes to the value at a place.</summary>
    internal double UnitOf(double place) =>
        Kind == AxisKind.Categorical ? _middles[(int)place] : place;

    /// <summary>The place where the density of the value around it is taken.</summary>
    internal double Snap(double place) => Kind == AxisKind.Continuum && Count > 0
        ? (CellOf(place) + 0.5) / Count
        : place;

    /// <summary>The part of the unit interval that decodes to the same value.</summary>
    internal (double Low, double High) CellAround(double place)
    {
        if (_length > 0)
            return LogCell((IntegerParameter)Parameter, Parameter.Decode(place).AsInt64());
        double cell = CellOf(place);
        return (cell / Count, (cell + 1) / Count);
    }

    private static AxisKind KindOf(Parameter parameter)
    {
        if (parameter.ValueCount == 1)
            return AxisKind.Point;
        return parameter switch
        {
            CategoricalParameter or BooleanParameter => AxisKind.Categorical,
            IntegerParameter { Scale: not Scale.Linear } => AxisKind.Cells,
            _ => parameter.ValueCount < FineCells ? AxisKind.Cells : AxisKind.Continuum,
        };
    }

    private static double[] SharesOf(Parameter parameter, int count)
    {
        var shares = new double[count];
        Array.Fill(shares, 1);
        if (parameter is not CategoricalParameter { Weights: { } weights })
            return shares;
        for (int i = 0; i < count; i++)
            shares[i] = weights[i];
        double scale = count / PortableMath.Sum(shares);
        for (int i = 0; i < count; i++)
            shares[i] *= scale;
        return shares;
    }

    private long CellOf(double place) => Math.Min((long)(place * Count), Count - 1);

    // Where Decode changes from one whole number to the next: half-way between them.
    private (double Low, double High) LogCell(IntegerParameter integer, long value)
    {
        double low = value == integer.Low ? 0 : LogUnit(integer, value - 0.5);
        double high = value == integer.High ? 1 : LogUnit(integer, value + 0.5);
        return (low, high);
    }

    private double LogUnit(IntegerParameter integer, double edge) => integer.Scale == Scale.Log
        ? (PortableMath.Log(edge) - _bottom) / _length
        : 1 - (PortableMath.Log(integer.High + 0.5 - edge + (integer.Low - 0.5)) - _bottom)
            / _length;
}
