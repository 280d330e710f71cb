namespace ActorTune.Strategies;

/// <summary>What is used where a study names no sampler or no trial scheduler.</summary>
/// <param name="Options">The strategy with its options.</param>
/// <param name="Reason">Why, in one sentence for plans and screens.</param>
public sealed record StrategyDefault(StrategyOptions Options, string Reason);
