using ActorTune.Strategies.Options;

namespace ActorTune.Strategies.Samplers.QuasiRandom;

/// <summary>The options of <c>sobol</c> and <c>halton</c>.</summary>
internal sealed record QuasiRandomOptions
{
    /// <summary>
    /// <c>scramble</c>: whether the sequence is scrambled by the study's seed. It then fills the
    /// cube as evenly, every point is uniformly distributed, and studies of other seeds try other
    /// configurations.
    /// </summary>
    /// <value>
    /// Default: true, as Owen, "On dropping the first Sobol' point", MCQMC 2020, advises.
    /// </value>
    internal bool IsScrambled { get; init; } = true;

    internal static QuasiRandomOptions Read(StrategyOptionReader reader) => new()
    {
        IsScrambled = reader.Flag("scramble", true),
    };
}
