using ActorTune.Strategies.Options;

namespace ActorTune.Strategies.Schedulers.Wilcoxon;

/// <summary>The options of <c>wilcoxon</c>; defaults and meaning are those of Optuna.</summary>
internal sealed record WilcoxonOptions
{
    /// <summary><c>p</c>: a trial is stopped when its p-value is below it.</summary>
    /// <value>Default: 0.1.</value>
    internal double Threshold { get; init; } = 0.1;

    /// <summary>
    /// <c>startup-steps</c>: how many resources both trials must have been measured at; two are
    /// needed in any case.
    /// </summary>
    /// <value>Default: 2.</value>
    internal int StartupSteps { get; init; } = 2;

    internal static WilcoxonOptions Read(StrategyOptionReader reader) => new()
    {
        Threshold = reader.Number("p", 0.1, 0, 1),
        StartupSteps = (int)reader.Integer("startup-steps", 2, 0),
    };
}
