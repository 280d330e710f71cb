using ActorTune.Strategies.Options;
using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.Percentile;

/// <summary>
/// The options of <c>percentile</c> and of <c>median</c>, which is the percentile 50; names,
/// defaults and meaning are those of Optuna.
/// </summary>
internal sealed record PercentileOptions
{
    // The percentile is kept as a whole number of thousandths, so that ranks are exact.
    private const int Scale = 1000;

    /// <summary>
    /// <c>percentile</c>: the share of completed trials, best first, that a trial must keep up
    /// with, in percent.
    /// </summary>
    /// <value>Default: 25. <c>median</c> has no such option.</value>
    internal Share Percentile { get; init; } = new(1, 2);

    /// <summary>
    /// <c>startup-trials</c>: nothing is stopped before so many trials completed.
    /// </summary>
    /// <value>Default: 5.</value>
    internal int StartupTrials { get; init; } = 5;

    /// <summary>
    /// <c>warmup-steps</c> and <c>interval-steps</c>: at which measurements a trial is judged.
    /// </summary>
    internal StepInterval Interval { get; init; } = StepInterval.Every;

    /// <summary>
    /// <c>min-trials</c>: how many completed trials must have been measured there.
    /// </summary>
    /// <value>Default: 1.</value>
    internal int MinTrials { get; init; } = 1;

    internal static PercentileOptions ReadMedian(StrategyOptionReader reader) => new()
    {
        StartupTrials = (int)reader.Integer("startup-trials", 5, 0),
        Interval = StepInterval.Read(reader),
        MinTrials = (int)reader.Integer("min-trials", 1, 1),
    };

    internal static PercentileOptions Read(StrategyOptionReader reader)
    {
        double scaled = reader.Number("percentile", 25, 0, 100) * Scale;
        double whole = Math.Round(scaled);
        if (Math.Abs(scaled - whole) > 1e-6)
            reader.Refuse("percentile", "must be a whole number of thousandths");
        return ReadMedian(reader) with { Percentile = Share.Of((int)whole, 100 * Scale) };
    }
}
