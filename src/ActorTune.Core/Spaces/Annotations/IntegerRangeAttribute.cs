namespace ActorTune.Spaces.Annotations;

/// <summary>An integer parameter: a property of a whole-number type, nullable or not.</summary>
/// <param name="low">The least value.</param>
/// <param name="high">The greatest value, at least the least one.</param>
public sealed class IntegerRangeAttribute(long low, long high) : ParameterAttribute
{
    /// <summary>The least value.</summary>
    public long Low { get; } = low;

    /// <summary>The greatest value.</summary>
    public long High { get; } = high;

    /// <summary>How the range is stretched over the unit interval.</summary>
    /// <value>Default: linear.</value>
    public Scale Scale { get; init; }

    /// <summary>The distance of the values, counted from the least one.</summary>
    /// <value>Default: 1.</value>
    public long Step { get; init; } = 1;

    internal override Parameter? Build(AnnotatedProperty property)
    {
        if (property.Kind == ParameterValueKind.Integer)
            return new IntegerParameter(property.Name, Low, High) { Scale = Scale, Step = Step };
        property.Refuse(
            "[IntegerRange] needs a whole-number type; use [FloatRange] with a Step for a double");
        return null;
    }
}
