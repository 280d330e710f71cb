namespace ActorTune.Strategies;

/// <summary>A trial's place in a rung.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Value">Its value there; null when it failed on the way.</param>
/// <param name="IsPromoted">Whether it went on beyond the rung.</param>
public readonly record struct RungEntry(TrialNumber Trial, double? Value, bool IsPromoted);
