using ActorTune.Strategies.Options;

namespace ActorTune.Strategies.Schedulers.Median;

/// <summary>
/// The options of <c>median</c>; names, defaults and meaning are those of Optuna.
/// </summary>
internal sealed record MedianOptions
{
    /// <summary>
    /// <c>startup-trials</c>: nothing is stopped before so many trials completed.
    /// </summary>
    /// <value>Default: 5.</value>
    internal int StartupTrials { get; init; } = 5;

    /// <summary><c>warmup-steps</c>: a trial is not judged below this resource.</summary>
    /// <value>Default: 0.</value>
    internal long WarmupSteps { get; init; }

    /// <summary>
    /// <c>interval-steps</c>: a trial is judged at its first measurement in every interval of so
    /// many resource units, counted from the warm-up.
    /// </summary>
    /// <value>Default: 1.</value>
    internal long IntervalSteps { get; init; } = 1;

    /// <summary>
    /// <c>min-trials</c>: how many completed trials must have been measured there.
    /// </summary>
    /// <value>Default: 1.</value>
    internal int MinTrials { get; init; } = 1;

    internal static MedianOptions Read(StrategyOptionReader reader) => new()
    {
        StartupTrials = (int)reader.Integer("startup-trials", 5, 0),
        WarmupSteps = reader.Integer("warmup-steps", 0, 0, long.MaxValue),
        IntervalSteps = reader.Integer("interval-steps", 1, 1, long.MaxValue),
        MinTrials = (int)reader.Integer("min-trials", 1, 1),
    };
}
