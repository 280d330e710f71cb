namespace ActorTune.Strategies.Numerics.Forests;

/// <summary>
/// How a forest grows; the defaults are those of SMAC's forest (Hutter, Hoos and Leyton-Brown, LION
/// 2011; Lindauer et al., JMLR 2022).
/// </summary>
internal sealed record ForestOptions
{
    /// <summary>How many trees it has.</summary>
    /// <value>Default: 10.</value>
    internal int Trees { get; init; } = 10;

    /// <summary>The share of the features that each split looks at, at least one.</summary>
    /// <value>Default: 5/6.</value>
    internal double FeatureShare { get; init; } = 5.0 / 6;

    /// <summary>How few rows a leaf may have.</summary>
    /// <value>Default: 3.</value>
    internal int MinLeaf { get; init; } = 3;

    /// <summary>
    /// Whether each tree grows from as many rows drawn with repetition; otherwise from all.
    /// </summary>
    /// <value>Default: true.</value>
    internal bool Bootstrap { get; init; } = true;
}
