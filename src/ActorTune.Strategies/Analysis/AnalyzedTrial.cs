namespace ActorTune.Analysis;

/// <summary>A trial with the value that an analysis compares it by.</summary>
/// <param name="Number">The trial's number.</param>
/// <param name="Configuration">Its configuration.</param>
/// <param name="Resource">The resource at which the value was measured.</param>
/// <param name="Value">The objective there, after its reduction; finite.</param>
public sealed record AnalyzedTrial(
    TrialNumber Number, Configuration Configuration, Resource Resource, double Value);
