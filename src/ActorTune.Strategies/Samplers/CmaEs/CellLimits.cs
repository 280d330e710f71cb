using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>
/// Where the unit interval of an integer, a stepped float or an ordinal is divided: limit i lies
/// between value i and value i + 1.
/// </summary>
internal sealed class CellLimits
{
    private readonly double _count;
    private readonly Scale _scale;
    private readonly double _low;
    private readonly double _high;

    private CellLimits(Parameter parameter)
    {
        _count = parameter.ValueCount!.Value;
        if (parameter is not IntegerParameter { Scale: not Scale.Linear } integer)
            return;

        // The ends of an integer's logarithmic scale lie half a number beyond its range.
        _scale = integer.Scale;
        _low = integer.Low - 0.5;
        _high = integer.High + 0.5;
    }

    /// <summary>The limits of a parameter, or null where its values are a continuum.</summary>
    internal static CellLimits? Of(Parameter parameter) =>
        parameter.ValueCount is null ? null : new CellLimits(parameter);

    /// <summary>
    /// The limits of the cell that holds a place; at the first and the last cell, the one limit
    /// that there is twice.
    /// </summary>
    internal (double Lower, double Upper) Around(double place)
    {
        double cell = Math.Clamp(Math.Floor(Position(place)), 0, _count - 1);
        return (
            Limit(Math.Clamp(cell - 1, 0, _count - 2)), Limit(Math.Clamp(cell, 0, _count - 2)));
    }

    // In units of cells, the first from 0 to 1.
    private double Position(double place)
    {
        double unit = Math.Clamp(place, 0, 1);
        return _scale switch
        {
            Scale.Log => Number(unit) - _low,
            Scale.ReverseLog => _high - Number(1 - unit),
            _ => unit * _count,
        };
    }

    private double Limit(double index) => _scale switch
    {
        Scale.Log => Unit(_low + index + 1),
        Scale.ReverseLog => 1 - Unit(_high - index - 1),
        _ => (index + 1) / _count,
    };

    private double Number(double unit) =>
        _low * PortableMath.Exp(unit * PortableMath.Log(_high / _low));

    private double Unit(double number) =>
        PortableMath.Log(number / _low) / PortableMath.Log(_high / _low);
}
