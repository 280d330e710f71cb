using ActorTune.Strategies.Options;
using ActorTune.Strategies.Schedulers.PopulationBased;

namespace ActorTune.Strategies.Schedulers.PopulationBandits;

/// <summary>The options of <c>pb2</c>: those of <c>pbt</c> and one more.</summary>
internal sealed record BanditOptions
{
    /// <summary>The options that it shares with <c>pbt</c>.</summary>
    internal required PopulationOptions Population { get; init; }

    /// <summary>
    /// <c>window</c>: how many intervals, the latest ones, the model is made of.
    /// </summary>
    /// <value>
    /// Default: 100, five of each trial in a population of 20; older ones are mostly forgotten.
    /// </value>
    internal int Window { get; init; } = 100;

    internal static BanditOptions Read(
        StrategyOptionReader reader, StudySpecification specification)
    {
        return new BanditOptions
        {
            Population = PopulationOptions.Read(reader, specification),
            Window = (int)reader.Integer("window", 100, 10, 1000),
        };
    }
}
