namespace ActorTune.Strategies;

/// <summary>A trial scheduler's answer to a measurement.</summary>
/// <param name="Action">What the trial does.</param>
/// <param name="Until">The resource of the next decision when it continues.</param>
/// <param name="Reason">Why.</param>
public readonly record struct SchedulerDecision(
    SchedulerAction Action, Resource Until, DecisionReason Reason)
{
    /// <summary>Go on until a resource.</summary>
    public static SchedulerDecision Continue(Resource until, DecisionReason reason) =>
        new(SchedulerAction.Continue, until, reason);

    /// <summary>Suspend at the rung.</summary>
    public static SchedulerDecision Pause(DecisionReason reason) =>
        new(SchedulerAction.Pause, Resource.Zero, reason);

    /// <summary>End for good.</summary>
    public static SchedulerDecision Stop(DecisionReason reason) =>
        new(SchedulerAction.Stop, Resource.Zero, reason);

    /// <summary>The full resource is reached.</summary>
    public static SchedulerDecision Complete(DecisionReason reason) =>
        new(SchedulerAction.Complete, Resource.Zero, reason);
}
