namespace ActorTune.Analysis;

/// <summary>A place where an empirical distribution function rises.</summary>
/// <param name="Value">The value.</param>
/// <param name="Share">The share of trials that are at least as good.</param>
public sealed record DistributionStep(double Value, double Share);
