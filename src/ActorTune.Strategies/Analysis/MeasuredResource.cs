namespace ActorTune.Analysis;

/// <summary>How many trials were measured at a resource.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="TrialCount">How many trials.</param>
public sealed record MeasuredResource(Resource Resource, int TrialCount);
