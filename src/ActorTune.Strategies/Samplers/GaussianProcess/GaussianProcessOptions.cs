using ActorTune.Strategies.Options;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>The options of <c>gp</c>.</summary>
internal sealed record GaussianProcessOptions
{
    /// <summary>
    /// <c>startup-trials</c>: before so many trials are observed, points are spread over the space
    /// without a model.
    /// </summary>
    /// <value>Default: 10 (Optuna).</value>
    internal int StartupTrials { get; init; } = 10;

    internal int Transform { get; init; } = 0;
    internal int Probes { get; init; } = 1024;
    internal int Climbs { get; init; } = 10;
    internal int FitEvery { get; init; } = 50;

    internal static GaussianProcessOptions Read(StrategyOptionReader reader) => new()
    {
        StartupTrials = (int)reader.Integer("startup-trials", 10, 1),
        Transform = (int)reader.Integer("transform", 0, 0),
        Probes = (int)reader.Integer("probes", 1024, 0),
        Climbs = (int)reader.Integer("climbs", 10, 0),
        FitEvery = (int)reader.Integer("fit-every", 50, 0),
    };
}
