namespace ActorTune.Studies.Commands;

/// <summary>A request from outside. Taking it in gives a fact, or says why there is none.</summary>
public abstract record StudyCommand
{
    private protected StudyCommand()
    {
    }
}

/// <summary>A worker's slots are given to the study.</summary>
/// <param name="Offer">A number never used before in the study.</param>
/// <param name="Worker">The worker.</param>
/// <param name="Slots">Its device slots.</param>
public sealed record OfferPlacement(OfferId Offer, WorkerId Worker, IReadOnlyList<int> Slots)
    : StudyCommand;

/// <summary>Slots are taken back, at the latest when the attempt on them ends.</summary>
/// <param name="Offer">The offer.</param>
public sealed record WithdrawPlacement(OfferId Offer) : StudyCommand;

/// <summary>A worker began an attempt.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Process">The program's process id, or null.</param>
public sealed record StartAttempt(AttemptId Attempt, int? Process) : StudyCommand;

/// <summary>A checkpoint is whole.</summary>
/// <param name="Checkpoint">Its name.</param>
public sealed record SaveCheckpoint(Checkpoint Checkpoint) : StudyCommand;

/// <summary>A program reported.</summary>
/// <param name="Attempt">Its attempt.</param>
/// <param name="Report">The report's ordinal within the attempt, from 1.</param>
/// <param name="Resource">The resource spent.</param>
/// <param name="Metrics">The numbers.</param>
public sealed record ReportMeasurement(
    AttemptId Attempt, long Report, Resource Resource, MetricSet Metrics) : StudyCommand;

/// <summary>An attempt ended.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="End">How.</param>
/// <param name="Message">What was said about it.</param>
public sealed record EndAttempt(AttemptId Attempt, AttemptEnd End, string Message) : StudyCommand;

/// <summary>An attempt of an earlier coordinator is not running any more.</summary>
/// <param name="Attempt">The attempt.</param>
public sealed record LoseAttempt(AttemptId Attempt) : StudyCommand;

/// <summary>The wall time is used up.</summary>
public sealed record ReachWallTime : StudyCommand;

/// <summary>A person ends the study.</summary>
/// <param name="Mode">What happens to running trials.</param>
public sealed record CancelStudy(EndMode Mode) : StudyCommand;

/// <summary>A person ends a trial.</summary>
/// <param name="Trial">The trial.</param>
public sealed record CancelTrial(TrialNumber Trial) : StudyCommand;

/// <summary>A person gives a configuration to try.</summary>
/// <param name="Configuration">The configuration.</param>
public sealed record EnqueueTrial(Configuration Configuration) : StudyCommand;

/// <summary>A person changes when the study ends.</summary>
/// <param name="Stop">The new conditions.</param>
public sealed record ChangeStopConditions(StopConditions Stop) : StudyCommand;

/// <summary>A person changes over to another trial scheduler.</summary>
/// <param name="Scheduler">The trial scheduler and its options.</param>
public sealed record SwitchScheduler(StrategyOptions Scheduler) : StudyCommand;
