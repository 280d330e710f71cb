using ActorTune.Strategies.Options;

namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>
/// The options of <c>tpe</c>; meaning and numbers are those of Optuna 5.0 where nothing else is
/// said.
/// </summary>
internal sealed record TpeOptions
{
    private const int ShortHistory = 500;

    /// <summary>
    /// <c>startup-trials</c>: so many configurations are random, and those after them points of a
    /// Sobol sequence, until so many trials are observed.
    /// </summary>
    /// <value>Default: 10.</value>
    internal int StartupTrials { get; init; } = 10;

    /// <summary><c>candidates</c>: how many points are drawn and compared.</summary>
    /// <value>
    /// Default: none; then Optuna's 24, and in one density twice as many while fewer than 500
    /// trials are observed: they find better points (docs/strategies/tpe.md) and cost little there.
    /// From then on narrow kernels need no more than 10, which cost what 24 did from wide ones.
    /// </value>
    internal int? Draws { get; init; }

    /// <summary>
    /// <c>multivariate</c>: whether parameters that are active together share one density.
    /// </summary>
    /// <value>Default: auto, true with one objective.</value>
    internal bool IsMultivariate { get; init; } = true;

    /// <summary>
    /// <c>grouped</c>: whether conditional parameters that are active together share one too.
    /// </summary>
    /// <value>Default: auto, true where the density is multivariate and any are.</value>
    internal bool IsGrouped { get; init; } = true;

    /// <summary><c>prior-weight</c>: the weight of the prior; a trial's is at most 1.</summary>
    /// <value>Default: 1.</value>
    internal double PriorWeight { get; init; } = 1;

    /// <summary>
    /// <c>constant-liar</c>: whether trials without a measurement count as bad ones.
    /// </summary>
    /// <value>Default: true.</value>
    internal bool IsLiar { get; init; } = true;

    /// <summary><c>bandwidth</c>: how wide the kernels are.</summary>
    /// <value>Default: neighbours.</value>
    internal BandwidthRule Bandwidth { get; init; }

    /// <summary>
    /// Whether better ones among the good trials count more and their kernels narrow with the
    /// trials observed: with one objective and one density, and widths by neighbours.
    /// </summary>
    internal bool IsGraded { get; init; } = true;

    /// <summary>How much a pending trial counts beside a bad one.</summary>
    internal double PendingWeight => IsGraded ? 0.3 : 1;

    /// <summary>How many of the observed trials are good at most.</summary>
    internal int MostGood { get; init; } = 25;

    /// <summary>How many of so many observed trials are good: 10 %, rounded up.</summary>
    internal int GoodCount(int observed) => Math.Min((observed + 9) / 10, MostGood);

    /// <summary>How many points are drawn with so many observed trials.</summary>
    internal int DrawsAt(int observed) =>
        Draws ?? (IsMultivariate && observed < ShortHistory ? 48 : IsGraded ? 10 : 24);

    internal static TpeOptions Read(StrategyOptionReader reader, StudySpecification specification)
    {
        bool isSingle = specification.Objectives.Count == 1;
        (bool isMultivariate, bool isGrouped) = ReadDensities(reader, isSingle);
        BandwidthRule bandwidth =
            reader.Choice("bandwidth", "neighbours", "neighbours", "scott") == "scott"
                ? BandwidthRule.Scott
                : BandwidthRule.Neighbours;
        return new TpeOptions
        {
            StartupTrials = (int)reader.Integer("startup-trials", 10, 1),
            Draws = reader.Integer("candidates", 0, 1, 10_000) is > 0 and var draws
                ? (int)draws
                : null,
            IsMultivariate = isMultivariate,
            IsGrouped = isGrouped,
            PriorWeight = reader.Number("prior-weight", 1, 0.001, 1000),
            IsLiar = reader.Flag("constant-liar", true),
            Bandwidth = bandwidth,
            IsGraded = isSingle && isMultivariate && bandwidth == BandwidthRule.Neighbours,
            MostGood = isSingle ? 25 : int.MaxValue,
        };
    }

    private static (bool IsMultivariate, bool IsGrouped) ReadDensities(
        StrategyOptionReader reader, bool isSingle)
    {
        string multivariate = reader.Choice("multivariate", "auto", "auto", "true", "false");
        string grouped = reader.Choice("grouped", "auto", "auto", "true", "false");
        if (multivariate == "false" && grouped == "true")
            reader.Refuse("grouped", "groups share one density: drop multivariate = false");
        bool isMultivariate = multivariate == "true"
            || (multivariate == "auto" && (isSingle || grouped == "true"));
        return (isMultivariate, isMultivariate && grouped != "false");
    }
}
