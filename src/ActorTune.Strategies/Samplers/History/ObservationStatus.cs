namespace ActorTune.Strategies.Samplers.History;

/// <summary>What a sampler knows of a trial (the engine's rule for observations).</summary>
internal enum ObservationStatus
{
    /// <summary>Started and not measured at a rung yet.</summary>
    Pending,

    /// <summary>Measured at a rung, whatever became of it since.</summary>
    Observed,

    /// <summary>Failed or diverged: worse than every observed trial.</summary>
    Failed,

    /// <summary>Cancelled, or ended without a measurement: it says nothing.</summary>
    Ignored,
}
