using ActorTune.Strategies.Options;

namespace ActorTune.Strategies.Samplers.Evolutionary;

/// <summary>
/// The options of <c>regularized-evolution</c>; the defaults are those with which Real et al.
/// search for small models (AAAI 2019, supplement: P = 100) and the sample of 10 that later
/// comparisons use (Ying et al., NAS-Bench-101, ICML 2019).
/// </summary>
internal sealed record RegularizedEvolutionOptions
{
    /// <summary>
    /// <c>population</c>: how many of the latest trials with a result may be parents.
    /// </summary>
    /// <value>Default: 100.</value>
    internal int Population { get; init; } = 100;

    /// <summary>
    /// <c>sample</c>: how many of them are drawn, with repetition, for the best one to be the
    /// parent.
    /// </summary>
    /// <value>Default: 10.</value>
    internal int Sample { get; init; } = 10;

    internal static RegularizedEvolutionOptions Read(StrategyOptionReader reader) => new()
    {
        Population = (int)reader.Integer("population", 100, 2),
        Sample = (int)reader.Integer("sample", 10, 1),
    };
}
