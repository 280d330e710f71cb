namespace ActorTune.Spaces;

/// <summary>
/// A range of whole numbers, on a linear or logarithmic scale, or on a coarser grid.
/// </summary>
public sealed record IntegerParameter : Parameter
{
    // Beyond this a step of the unit interval is wider than one whole number.
    private const long Largest = 1L << 40;

    /// <summary>Creates an integer parameter.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="low">The least value.</param>
    /// <param name="high">The greatest value, at least the least one.</param>
    public IntegerParameter(string name, long low, long high)
        : base(name)
    {
        Low = low;
        High = high;
    }

    /// <summary>The least value.</summary>
    public long Low { get; }

    /// <summary>The greatest value.</summary>
    public long High { get; }

    /// <summary>How the range is stretched over the unit interval.</summary>
    /// <value>Default: linear.</value>
    public Scale Scale { get; init; }

    /// <summary>The distance of the values, counted from the least one.</summary>
    /// <value>Default: 1. Another only on a linear scale.</value>
    public long Step { get; init; } = 1;

    /// <inheritdoc/>
    public override long? ValueCount => (High - Low) / Step + 1;

    /// <inheritdoc/>
    public override bool Contains(ParameterValue value)
    {
        if (value.Kind != ParameterValueKind.Integer)
            return false;
        long number = value.AsInt64();
        return number >= Low && number <= High && (number - Low) % Step == 0;
    }

    /// <inheritdoc/>
    public override ParameterValue Decode(double unit)
    {
        if (Scale == Scale.Linear)
            return ValueAt(CellOf(unit, ValueCount!.Value));
        double number = ScaleMath.Decode(Scale, Low - 0.5, High + 0.5, Clamp(unit));
        return ParameterValue.Of(Math.Clamp((long)Math.Floor(number + 0.5), Low, High));
    }

    /// <inheritdoc/>
    public override double Encode(ParameterValue value) => Scale == Scale.Linear
        ? MiddleOf((value.AsInt64() - Low) / Step, ValueCount!.Value)
        : ScaleMath.Encode(Scale, Low - 0.5, High + 0.5, value.AsInt64());

    /// <inheritdoc/>
    public override ParameterValue ValueAt(long index) => ParameterValue.Of(Low + index * Step);

    internal override void Check(ICollection<string> problems)
    {
        if (Low > High)
            problems.Add(Text($"low {Low} must not be above high {High}"));
        if (Low < -Largest || High > Largest)
            problems.Add(Text($"the range {Low} to {High} must lie within -2^40 and 2^40"));
        if (Scale != Scale.Linear && Low < 1)
            problems.Add(Text($"a log scale needs a low of at least 1, got {Low}"));
        if (Step < 1)
            problems.Add(Text($"the step must be at least 1, got {Step}"));
        else if (Step > 1 && Scale != Scale.Linear)
            problems.Add("a step needs a linear scale; drop the step or the log");
    }

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
