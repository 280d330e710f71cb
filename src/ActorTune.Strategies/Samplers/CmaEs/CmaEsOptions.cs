using ActorTune.Strategies.Options;

namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>The options of <c>cma-es</c>.</summary>
internal sealed record CmaEsOptions
{
    /// <summary>Up to so many coordinates the correlations are learnt too.</summary>
    internal const int MostCorrelated = 100;

    /// <summary>After so many results for each coordinate they are, not before.</summary>
    internal const int DiagonalTrials = 30;

    /// <summary>
    /// <c>sigma</c>: the step size at first, as a share of each parameter's range on its scale.
    /// </summary>
    /// <value>Default: 1/6, as in Optuna.</value>
    internal double Sigma { get; init; } = 1.0 / 6;

    /// <summary><c>population</c>: how many results make a generation.</summary>
    /// <value>
    /// Default: 0, that is 4 + floor(3 ln d) (Hansen, arXiv:1604.00772, equation 48).
    /// </value>
    internal int Population { get; init; }

    /// <summary>
    /// <c>restarts</c>: what follows when the distribution has converged.
    /// </summary>
    /// <value>Default: ipop, as there is nothing left to find without one.</value>
    internal RestartKind Restarts { get; init; } = RestartKind.Ipop;

    /// <summary>
    /// <c>separable</c>: whether only the diagonal of the covariance is learnt; null decides by
    /// the number of coordinates and of results.
    /// </summary>
    /// <value>
    /// Default: auto, for the first 30 d results of a start, and always above 100 coordinates.
    /// </value>
    internal bool? IsSeparable { get; init; }

    /// <summary>
    /// <c>warm-start</c>: whether the best tenth of the results known before the first draw sets
    /// the first distribution.
    /// </summary>
    /// <value>Default: true.</value>
    internal bool StartsWarm { get; init; } = true;

    /// <summary>
    /// <c>learning-rate-adaptation</c>: whether moves are slowed down where they are mostly noise.
    /// Correlations are then learnt from the start unless <c>separable</c> is set.
    /// </summary>
    /// <value>Default: false.</value>
    internal bool AdaptsRates { get; init; }

    /// <summary>
    /// <c>margin</c>: the least probability with which a discrete coordinate leaves its value.
    /// </summary>
    /// <value>Default: 0, that is 1 / (d population) (Hamano et al., GECCO 2022).</value>
    internal double Margin { get; init; }

    internal static CmaEsOptions Read(StrategyOptionReader reader) => new()
    {
        Sigma = reader.Number("sigma", 1.0 / 6, 1e-6, 1),
        Population = (int)reader.Integer("population", 0, 4, 1_000_000),
        Restarts = reader.Choice("restarts", "ipop", "none", "ipop", "bipop") switch
        {
            "none" => RestartKind.None,
            "bipop" => RestartKind.Bipop,
            _ => RestartKind.Ipop,
        },
        IsSeparable = reader.Choice("separable", "auto", "auto", "true", "false") switch
        {
            "true" => true,
            "false" => false,
            _ => null,
        },
        StartsWarm = reader.Flag("warm-start", true),
        AdaptsRates = reader.Flag("learning-rate-adaptation", false),
        Margin = reader.Number("margin", 0, 0, 0.25),
    };
}
