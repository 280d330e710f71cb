namespace ActorTune.Studies;

/// <summary>One measurement as it is kept.</summary>
/// <param name="Units">The resource.</param>
/// <param name="Value">The objective there.</param>
internal readonly record struct Measured(long Units, double Value);
