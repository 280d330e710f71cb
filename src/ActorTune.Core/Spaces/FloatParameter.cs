namespace ActorTune.Spaces;

/// <summary>
/// A finite range of real numbers, on a linear or logarithmic scale, or on a grid.
/// </summary>
public sealed record FloatParameter : Parameter
{
    private const double LargestGrid = 1L << 40;

    /// <summary>Creates a float parameter.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="low">The least value.</param>
    /// <param name="high">The greatest value, more than the least one.</param>
    public FloatParameter(string name, double low, double high)
        : base(name)
    {
        Low = low;
        High = high;
    }

    /// <summary>The least value.</summary>
    public double Low { get; }

    /// <summary>The greatest value.</summary>
    public double High { get; }

    /// <summary>How the range is stretched over the unit interval.</summary>
    /// <value>Default: linear.</value>
    public Scale Scale { get; init; }

    /// <summary>The distance of the grid's points, counted from the least value.</summary>
    /// <value>Default: none, the values are a continuum. Only on a linear scale.</value>
    public double? Step { get; init; }

    /// <inheritdoc/>
    public override long? ValueCount => Step is { } step ? GridCount(step) : null;

    /// <inheritdoc/>
    public override bool Contains(ParameterValue value)
    {
        if (!value.IsNumber)
            return false;
        double number = value.AsDouble();
        if (number < Low || number > High)
            return false;
        return Step is not { } step || GridPoint(Nearest(number, step), step).Equals(number);
    }

    /// <inheritdoc/>
    public override ParameterValue Decode(double unit) => Step is { } step
        ? ValueAt(CellOf(unit, GridCount(step)))
        : ParameterValue.Of(ScaleMath.Decode(Scale, Low, High, Clamp(unit)));

    /// <inheritdoc/>
    public override double Encode(ParameterValue value)
    {
        double number = value.AsDouble();
        return Step is { } step
            ? MiddleOf(Nearest(number, step), GridCount(step))
            : ScaleMath.Encode(Scale, Low, High, number);
    }

    /// <inheritdoc/>
    public override ParameterValue ValueAt(long index) => Step is { } step
        ? ParameterValue.Of(GridPoint(index, step))
        : throw new InvalidOperationException($"'{Name}' is a continuum and has no grid.");

    internal override void Check(ICollection<string> problems)
    {
        if (!double.IsFinite(Low) || !double.IsFinite(High) || !double.IsFinite(High - Low))
        {
            problems.Add($"the range {Text(Low)} to {Text(High)} must be finite");
            return;
        }

        if (Low >= High)
            problems.Add($"low {Text(Low)} must be less than high {Text(High)}");
        if (Scale != Scale.Linear && Low <= 0)
            problems.Add($"a log scale needs a low above zero, got {Text(Low)}");
        if (Step is { } step)
            CheckStep(step, problems);
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private void CheckStep(double step, ICollection<string> problems)
    {
        if (!double.IsFinite(step) || step <= 0)
            problems.Add($"the step must be above zero, got {Text(step)}");
        else if (Scale != Scale.Linear)
            problems.Add("a step needs a linear scale; drop the step or the log");
        else if ((High - Low) / step > LargestGrid)
            problems.Add($"a step of {Text(step)} gives more than 2^40 values; make it larger");
    }

    private long GridCount(double step) => (long)Math.Floor((High - Low) / step + 1e-9) + 1;

    private long Nearest(double number, double step) =>
        Math.Clamp((long)Math.Round((number - Low) / step), 0, GridCount(step) - 1);

    private double GridPoint(long index, double step) => Math.Min(Low + index * step, High);
}
