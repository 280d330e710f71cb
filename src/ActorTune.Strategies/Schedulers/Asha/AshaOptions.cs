using ActorTune.Strategies.Options;
using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.Asha;

/// <summary>The options of <c>asha</c>.</summary>
internal sealed record AshaOptions
{
    /// <summary>
    /// r, R and eta: <c>min-resource</c>, <c>max-resource</c>, <c>reduction-factor</c>.
    /// </summary>
    /// <value>Defaults: 1, the study's max-resource, 3.</value>
    internal required ResourceOptions Resources { get; init; }

    /// <summary>
    /// <c>type</c>: <c>promotion</c> suspends every trial at every rung and lets the best go on
    /// later (the published algorithm); <c>stopping</c> decides on arrival and for good, so that
    /// it needs no checkpoints.
    /// </summary>
    /// <value>Default: promotion (Li et al., MLSys 2020, algorithm 2).</value>
    internal bool IsStopping { get; init; }

    /// <summary><c>rule</c>: who goes on under <c>type = stopping</c>.</summary>
    /// <value>
    /// Default: top-k, which had the least regret at equal resource on recorded learning curves
    /// (docs/strategies/asha.md).
    /// </value>
    internal StoppingRule Rule { get; init; } = StoppingRule.TopK;

    /// <summary>What the rungs keep, so that the rule can read its cut-off there.</summary>
    internal KeptShare Share => Rule switch
    {
        StoppingRule.TopK => KeptShare.FloorOrOne(Resources.ReductionFactor),
        StoppingRule.ShareBetter => KeptShare.FloorAndOne(Resources.ReductionFactor),
        _ => KeptShare.ToQuantile(Resources.ReductionFactor),
    };

    internal static AshaOptions Read(StrategyOptionReader reader, StudySpecification specification)
    {
        bool stops = reader.Choice("type", "promotion", "promotion", "stopping") == "stopping";
        string rule = reader.Choice(
            "rule", "top-k", "quantile", "quantile-of-earlier", "share-better", "top-k");
        if (!stops && specification.Scheduler.Find("rule") is not null)
            reader.Refuse(
                "rule",
                $"'{rule}' decides only under type = stopping; set that, or leave the rule out");
        return new AshaOptions
        {
            Resources = ResourceOptions.Read(reader, specification),
            IsStopping = stops,
            Rule = rule switch
            {
                "quantile" => StoppingRule.Quantile,
                "share-better" => StoppingRule.ShareBetter,
                "quantile-of-earlier" => StoppingRule.QuantileOfEarlier,
                _ => StoppingRule.TopK,
            },
        };
    }
}
