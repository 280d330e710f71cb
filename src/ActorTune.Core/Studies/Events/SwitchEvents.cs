namespace ActorTune.Studies.Events;

/// <summary>A person asked for another trial scheduler.</summary>
/// <param name="Scheduler">The trial scheduler and its options.</param>
public sealed record SchedulerSwitchRequested(StrategyOptions Scheduler) : StudyFact;

/// <summary>
/// Another trial scheduler takes over: each trial is entered in every rung for which it has a
/// measurement, stopped ones never revive, paused ones may be promoted, and running ones go on to
/// their next decision, which the new one takes.
/// </summary>
/// <param name="Scheduler">The trial scheduler and its options.</param>
/// <param name="Rule">The version of its rule.</param>
/// <param name="Count">How many trials it was told of.</param>
public sealed record SchedulerSwitched(StrategyOptions Scheduler, string Rule, int Count)
    : StudyDecision;
