using ActorTune.Strategies.Options;

namespace ActorTune.Strategies.Schedulers.MoAsha;

/// <summary>The options of <c>mo-asha</c>.</summary>
internal sealed record MoAshaOptions
{
    /// <summary>
    /// r, R and eta: <c>min-resource</c>, <c>max-resource</c>, <c>reduction-factor</c>.
    /// </summary>
    /// <value>Defaults: 1, the study's max-resource, 3.</value>
    internal required ResourceOptions Resources { get; init; }

    /// <summary>
    /// <c>type</c>: <c>promotion</c> suspends trials at every rung and lets the best go on later;
    /// <c>stopping</c> decides on arrival and for good.
    /// </summary>
    /// <value>Default: promotion.</value>
    internal bool IsStopping { get; init; }

    internal static MoAshaOptions Read(
        StrategyOptionReader reader, StudySpecification specification) => new()
        {
            IsStopping =
                reader.Choice("type", "promotion", "promotion", "stopping") == "stopping",
            Resources = ResourceOptions.Read(reader, specification),
        };
}
