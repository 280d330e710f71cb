namespace ActorTune.Studies;

/// <summary>A trial from before a study, told by whoever creates it.</summary>
/// <param name="Configuration">Its configuration.</param>
/// <param name="Metrics">
/// What was measured: the objective and every constraint of the new study. One that is not finite
/// is a trial that failed.
/// </param>
public sealed record EarlierTrial(Configuration Configuration, MetricSet Metrics)
{
    /// <summary>The resource that it was trained with; trials with more rank first.</summary>
    /// <value>Default: 1.</value>
    public Resource Resource { get; init; } = new(1);
}
