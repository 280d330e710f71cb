namespace ActorTune.Simulation;

/// <summary>The next thing a simulated program does.</summary>
/// <param name="Duration">The virtual time until then.</param>
/// <param name="Resource">The resource of the report; meaningless for an end.</param>
/// <param name="Value">The objective reported; may be NaN to diverge.</param>
/// <param name="End">How the attempt ends instead of a report; null for a report.</param>
public readonly record struct SimulatedStep(
    TimeSpan Duration, Resource Resource, double Value, AttemptEnd? End)
{
    /// <summary>All that the report says.</summary>
    /// <value>
    /// Default: null, which reports <see cref="Value"/> for every objective and keeps to every
    /// constraint.
    /// </value>
    public MetricSet? Metrics { get; init; }

    /// <summary>A report after a time.</summary>
    public static SimulatedStep Report(TimeSpan duration, long resource, double value) =>
        new(duration, new Resource(resource), value, null);

    /// <summary>An end after a time.</summary>
    public static SimulatedStep Ends(TimeSpan duration, AttemptEnd end) =>
        new(duration, Resource.Zero, 0, end);
}
