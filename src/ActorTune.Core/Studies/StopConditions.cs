namespace ActorTune.Studies;

/// <summary>
/// When a study ends. The first condition that holds ends it; at least one is needed.
/// </summary>
public sealed record StopConditions
{
    /// <summary>
    /// How many configurations are started. Retries and reused results do not count, enqueued
    /// configurations do. When they are used up the trial scheduler goes on promoting until nothing
    /// more is promotable.
    /// </summary>
    /// <value>Default: no limit.</value>
    public int? Trials { get; init; }

    /// <summary>How long the study may run, added up over restarts.</summary>
    /// <value>Default: no limit.</value>
    public TimeSpan? WallTime { get; init; }

    /// <summary>
    /// How much resource all attempts together may spend, repeated resource included.
    /// </summary>
    /// <value>Default: no limit.</value>
    public long? TotalResource { get; init; }

    /// <summary>A value of the objective that is good enough.</summary>
    /// <value>Default: none.</value>
    public double? Target { get; init; }

    /// <summary>For how many trials the best value may fail to improve.</summary>
    /// <value>Default: no limit.</value>
    public NoImprovement? NoImprovement { get; init; }

    /// <summary>How little a further trial may promise.</summary>
    /// <value>Default: nothing is estimated.</value>
    public RegretBound? RegretBound { get; init; }

    /// <summary>What happens to running trials when a condition holds.</summary>
    /// <value>Default: they go on to their next decision point.</value>
    public EndMode Mode { get; init; } = EndMode.Drain;

    /// <summary>
    /// How many of the best trials are trained to the maximum resource before the study ends.
    /// </summary>
    /// <value>Default: 1.</value>
    public int FinishBest { get; init; } = 1;
}
