namespace ActorTune.Spaces.Annotations;

/// <summary>
/// A float parameter: a property of type double, float or decimal, nullable or not.
/// </summary>
/// <param name="low">The least value.</param>
/// <param name="high">The greatest value, more than the least one.</param>
public sealed class FloatRangeAttribute(double low, double high) : ParameterAttribute
{
    /// <summary>The least value.</summary>
    public double Low { get; } = low;

    /// <summary>The greatest value.</summary>
    public double High { get; } = high;

    /// <summary>How the range is stretched over the unit interval.</summary>
    /// <value>Default: linear.</value>
    public Scale Scale { get; init; }

    /// <summary>The distance of the grid's points, counted from the least value.</summary>
    /// <value>Default: NaN, the values are a continuum.</value>
    public double Step { get; init; } = double.NaN;

    internal override Parameter? Build(AnnotatedProperty property)
    {
        if (property.Kind != ParameterValueKind.Float)
        {
            property.Refuse(
                "[FloatRange] needs a double; use [IntegerRange] for whole numbers, [Choice] else");
            return null;
        }

        return new FloatParameter(property.Name, Low, High)
        {
            Scale = Scale,
            Step = double.IsNaN(Step) ? null : Step,
        };
    }
}
