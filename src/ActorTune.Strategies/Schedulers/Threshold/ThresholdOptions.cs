using ActorTune.Strategies.Options;

namespace ActorTune.Strategies.Schedulers.Threshold;

/// <summary>
/// The options of <c>threshold</c>; names and meaning are those of Optuna. At least one of the
/// two bounds is needed.
/// </summary>
internal sealed record ThresholdOptions
{
    /// <summary><c>lower</c>: a trial whose value lies below it is stopped.</summary>
    /// <value>Default: none.</value>
    internal double Lower { get; init; } = double.NegativeInfinity;

    /// <summary><c>upper</c>: a trial whose value lies above it is stopped.</summary>
    /// <value>Default: none.</value>
    internal double Upper { get; init; } = double.PositiveInfinity;

    /// <summary>
    /// <c>warmup-steps</c> and <c>interval-steps</c>: at which measurements a trial is judged.
    /// </summary>
    /// <value>Default: at every one.</value>
    internal StepInterval Interval { get; init; } = StepInterval.Every;

    internal static ThresholdOptions Read(StrategyOptionReader reader)
    {
        var options = new ThresholdOptions
        {
            Lower = Bound(reader, "lower", double.NegativeInfinity),
            Upper = Bound(reader, "upper", double.PositiveInfinity),
            Interval = StepInterval.Read(reader),
        };
        if (double.IsInfinity(options.Lower) && double.IsInfinity(options.Upper))
            reader.Refuse("upper", "is needed, or lower: without a bound nothing is stopped");
        else if (options.Lower > options.Upper)
            reader.Refuse("lower", string.Create(
                CultureInfo.InvariantCulture,
                $"must not be above upper {options.Upper}, got {options.Lower}"));
        return options;
    }

    private static double Bound(StrategyOptionReader reader, string name, double none) =>
        reader.Number(name, none, double.MinValue, double.MaxValue);
}
