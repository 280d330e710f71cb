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

    /// <summary>
    /// <c>probes</c>: at how many points the acquisition is looked at before the local searches.
    /// </summary>
    /// <value>Default: 1,024.</value>
    internal int Probes { get; init; } = 1024;

    /// <summary><c>local-searches</c>: from how many of them a local search starts.</summary>
    /// <value>Default: 10 (Optuna).</value>
    internal int LocalSearches { get; init; } = 10;

    internal static GaussianProcessOptions Read(StrategyOptionReader reader) => new()
    {
        StartupTrials = (int)reader.Integer("startup-trials", 10, 1, 10_000),
        Probes = (int)reader.Integer("probes", 1024, 16, 1 << 20),
        LocalSearches = (int)reader.Integer("local-searches", 10, 1, 1000),
    };
}
