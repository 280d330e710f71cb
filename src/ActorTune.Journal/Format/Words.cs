namespace ActorTune.Journal.Format;

/// <summary>The stored words of every enumeration that events and specifications hold.</summary>
internal static class Words
{
    internal static readonly WordTable<AttemptEnd> AttemptEnds = new(
        (AttemptEnd.Returned, "returned"),
        (AttemptEnd.Interrupted, "interrupted"),
        (AttemptEnd.Error, "error"),
        (AttemptEnd.OutOfMemory, "out-of-memory"),
        (AttemptEnd.Hang, "hang"),
        (AttemptEnd.TimeLimit, "time-limit"),
        (AttemptEnd.Diverged, "diverged"),
        (AttemptEnd.InvalidMeasurement, "invalid-measurement"),
        (AttemptEnd.NoReport, "no-report"),
        (AttemptEnd.LostWorker, "lost-worker"),
        (AttemptEnd.OutsideSignal, "outside-signal"));

    internal static readonly WordTable<EndMode> EndModes = new(
        (EndMode.Drain, "drain"),
        (EndMode.Cancel, "cancel"));

    internal static readonly WordTable<EndReason> EndReasons = new(
        (EndReason.Trials, "trials"),
        (EndReason.WallTime, "wall-time"),
        (EndReason.TotalResource, "total-resource"),
        (EndReason.Target, "target"),
        (EndReason.SamplerExhausted, "sampler-exhausted"),
        (EndReason.SchedulerFinished, "scheduler-finished"),
        (EndReason.Failures, "failures"),
        (EndReason.Cancelled, "cancelled"),
        (EndReason.NoImprovement, "no-improvement"),
        (EndReason.RegretBound, "regret-bound"));

    internal static readonly WordTable<SuggestionOrigin> Origins = new(
        (SuggestionOrigin.Sampler, "sampler"),
        (SuggestionOrigin.Enqueued, "enqueued"),
        (SuggestionOrigin.Defaults, "defaults"),
        (SuggestionOrigin.Scheduler, "scheduler"));

    internal static readonly WordTable<Direction> Directions = new(
        (Direction.Minimize, "minimize"),
        (Direction.Maximize, "maximize"));

    internal static readonly WordTable<ReductionKind> Reductions = new(
        (ReductionKind.Last, "last"),
        (ReductionKind.Best, "best"),
        (ReductionKind.MeanOfLast, "mean-of-last"));

    internal static readonly WordTable<DuplicatePolicy> Duplicates = new(
        (DuplicatePolicy.Allow, "allow"),
        (DuplicatePolicy.Resample, "resample"),
        (DuplicatePolicy.Reuse, "reuse"));

    internal static readonly WordTable<SeedMode> SeedModes = new(
        (SeedMode.PerTrial, "per-trial"),
        (SeedMode.Common, "common"));

    internal static readonly WordTable<Scale> Scales = new(
        (Scale.Linear, "linear"),
        (Scale.Log, "log"),
        (Scale.ReverseLog, "reverse-log"));
}
