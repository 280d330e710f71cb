using ActorTune.Strategies.Numerics.Forests;
using ActorTune.Strategies.Options;

namespace ActorTune.Strategies.Samplers.Forest;

/// <summary>The options of <c>forest</c>.</summary>
internal sealed record ForestSamplerOptions
{
    /// <summary><c>startup-trials</c>: how many observed trials come before the model.</summary>
    /// <value>Default: 10.</value>
    internal int StartupTrials { get; init; } = 10;

    /// <summary>
    /// <c>random-fraction</c>: how often a configuration is drawn at random all the same.
    /// </summary>
    /// <value>Default: 0.1.</value>
    internal double RandomFraction { get; init; } = 0.1;

    /// <summary>
    /// <c>challengers</c>: how many random configurations are compared for each suggestion.
    /// </summary>
    /// <value>Default: 1000.</value>
    internal int Challengers { get; init; } = 1000;

    /// <summary>
    /// <c>local-searches</c>: from how many of the best trials, and of the best challengers, the
    /// neighbourhood is searched.
    /// </summary>
    /// <value>Default: 10, as in SMAC.</value>
    internal int LocalSearches { get; init; } = 10;

    /// <summary>
    /// <c>trees</c>, <c>feature-share</c>, <c>min-leaf</c> and <c>bootstrap</c>: how the forest
    /// grows.
    /// </summary>
    /// <value>Defaults: 10, 5/6, 3, true.</value>
    internal ForestOptions Forest { get; init; } = new();

    internal static ForestSamplerOptions Read(StrategyOptionReader reader)
    {
        var forest = new ForestOptions();
        return new ForestSamplerOptions
        {
            StartupTrials = (int)reader.Integer("startup-trials", 10, 1),
            RandomFraction = reader.Number("random-fraction", 0.1, 0, 1),
            Challengers = (int)reader.Integer("challengers", 1000, 1, 1_000_000),
            LocalSearches = (int)reader.Integer("local-searches", 10, 0, 1000),
            Forest = new ForestOptions
            {
                Trees = (int)reader.Integer("trees", forest.Trees, 1, 10_000),
                FeatureShare = reader.Number("feature-share", forest.FeatureShare, 0, 1),
                MinLeaf = (int)reader.Integer("min-leaf", forest.MinLeaf, 1),
                Bootstrap = reader.Flag("bootstrap", forest.Bootstrap),
            },
        };
    }
}
