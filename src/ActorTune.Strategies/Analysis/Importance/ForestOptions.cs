namespace ActorTune.Analysis;

/// <summary>The random forest that an analysis fits.</summary>
public sealed record ForestOptions
{
    /// <summary>How many trees it has.</summary>
    /// <value>Default: 64.</value>
    public int TreeCount { get; init; } = 64;

    /// <summary>The seed of its draws.</summary>
    /// <value>Default: 0.</value>
    public ulong Seed { get; init; }
}
