namespace ActorTune.Strategies.Samplers.Grid;

/// <summary>The values of one parameter that a grid tries, by index from 0.</summary>
internal sealed class GridAxis
{
    private readonly Parameter _parameter;
    private readonly bool _isContinuum;

    /// <summary>Creates an axis.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="points">
    /// How many values of a continuum are tried: evenly in the unit interval, both ends included;
    /// its middle when it is one.
    /// </param>
    internal GridAxis(Parameter parameter, long points)
    {
        _parameter = parameter;
        _isContinuum = parameter.ValueCount is null;
        Count = parameter.ValueCount ?? points;
    }

    internal string Name => _parameter.Name;

    internal long Count { get; }

    /// <summary>The place of a value in the unit interval.</summary>
    internal double UnitAt(long index)
    {
        if (!_isContinuum)
            return _parameter.Encode(_parameter.ValueAt(index));
        return Count == 1 ? 0.5 : (double)index / (Count - 1);
    }

    /// <summary>The index of a value, or -1 when the axis does not try it.</summary>
    internal long IndexOf(ParameterValue value)
    {
        if (!_parameter.Contains(value))
            return -1;
        return _parameter switch
        {
            IntegerParameter integer => (value.AsInt64() - integer.Low) / integer.Step,
            BooleanParameter => value.AsBoolean() ? 1 : 0,
            ConstantParameter => 0,
            CategoricalParameter categorical => Find(categorical.Choices, value),
            OrdinalParameter ordinal => Find(ordinal.Values, value),
            _ => Nearest(value),
        };
    }

    private static long Find(IReadOnlyList<ParameterValue> values, ParameterValue value)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i] == value)
                return i;
        }

        return -1;
    }

    private long Nearest(ParameterValue value)
    {
        double unit = _parameter.Encode(value);
        long index = _isContinuum
            ? (long)Math.Round(unit * (Count - 1))
            : Math.Min((long)(unit * Count), Count - 1);
        return _parameter.Decode(UnitAt(index)).SameNumber(value) ? index : -1;
    }
}
