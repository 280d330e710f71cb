using ActorTune.Strategies.Options;

namespace ActorTune.Strategies.Samplers.Bohb;

/// <summary>
/// The options of <c>bohb</c>; meaning and numbers are those of HpBandSter, the authors' program.
/// </summary>
internal sealed record BohbOptions
{
    /// <summary>
    /// <c>min-points</c>: how many trials a rung must have for a model, and each side of it at
    /// least.
    /// </summary>
    /// <value>Default: one more than there are parameters.</value>
    internal int MinPoints { get; init; }

    /// <summary><c>top-percent</c>: the share of a rung's trials that is good.</summary>
    /// <value>Default: 15.</value>
    internal int TopPercent { get; init; } = 15;

    /// <summary><c>samples</c>: how many points are drawn and compared.</summary>
    /// <value>Default: 64.</value>
    internal int Samples { get; init; } = 64;

    /// <summary><c>random-fraction</c>: the share of trials drawn at random.</summary>
    /// <value>Default: 1/3.</value>
    internal double RandomFraction { get; init; } = 1.0 / 3;

    /// <summary><c>bandwidth-factor</c>: how much wider points are drawn.</summary>
    /// <value>Default: 3.</value>
    internal double BandwidthFactor { get; init; } = 3;

    /// <summary><c>min-bandwidth</c>: the least width of a kernel.</summary>
    /// <value>Default: 0.001.</value>
    internal double MinBandwidth { get; init; } = 1e-3;

    internal static BohbOptions Read(StrategyOptionReader reader, SearchSpace space)
    {
        int least = space.Dimensions + 1;
        return new BohbOptions
        {
            MinPoints = (int)reader.Integer("min-points", least, least),
            TopPercent = (int)reader.Integer("top-percent", 15, 1, 99),
            Samples = (int)reader.Integer("samples", 64, 1, 10_000),
            RandomFraction = reader.Number("random-fraction", 1.0 / 3, 0, 1),
            BandwidthFactor = reader.Number("bandwidth-factor", 3, 0.001, 1000),
            MinBandwidth = reader.Number("min-bandwidth", 1e-3, 1e-6, 1),
        };
    }
}
