using ActorTune.Strategies.Options;

namespace ActorTune.Strategies.Samplers.Cfo;

/// <summary>The options of <c>cfo</c>.</summary>
internal sealed record CfoOptions
{
    /// <summary>
    /// <c>step</c>: how far a move goes at first along each parameter, as a share of its range on
    /// its scale.
    /// </summary>
    /// <value>Default: 0.1 (Wu, Wang and Huang 2021).</value>
    internal double Step { get; init; } = 0.1;

    /// <summary>
    /// <c>patience</c>: after so many trials around an incumbent without a better one steps shrink.
    /// </summary>
    /// <value>
    /// Default: 0, that is 2^d, at most 8, for d parameters with more than one value. The authors
    /// wait for up to 2^9, with which studies of some hundred trials hardly shrink a step.
    /// </value>
    internal int Patience { get; init; }

    internal static CfoOptions Read(StrategyOptionReader reader) => new()
    {
        Step = reader.Number("step", 0.1, 1e-4, 1),
        Patience = (int)reader.Integer("patience", 0, 2),
    };
}
