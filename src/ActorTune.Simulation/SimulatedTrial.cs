namespace ActorTune.Simulation;

/// <summary>An attempt as a simulated program sees it.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Configuration">The trial's configuration.</param>
/// <param name="Seed">The trial's seed.</param>
public readonly record struct SimulatedTrial(
    AttemptId Attempt, Configuration Configuration, ulong Seed)
{
    /// <summary>The checkpoint that it went on from; null: from nothing.</summary>
    public Checkpoint? From { get; init; }
}
