using ActorTune.Trials;

namespace ActorTune.TestKit.Cluster;

/// <summary>What a scripted program does next.</summary>
/// <param name="Value">The objective that it reports.</param>
/// <param name="End">How it ends instead; null for a report.</param>
public readonly record struct ScriptedStep(double Value, AttemptEnd? End)
{
    /// <summary>Where it reports.</summary>
    /// <value>Default: null, one unit after the report before.</value>
    public long? Resource { get; init; }
}
