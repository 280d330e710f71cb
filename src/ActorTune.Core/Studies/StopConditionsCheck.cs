namespace ActorTune.Studies;

/// <summary>Finds what is wrong about when a study stops.</summary>
internal static class StopConditionsCheck
{
    internal static void Run(StudySpecification specification, List<Problem> problems)
    {
        StopConditions stop = specification.Stop;
        bool any = stop.Trials is not null || stop.WallTime is not null
            || stop.TotalResource is not null || stop.Target is not null
            || stop.NoImprovement is not null || stop.RegretBound is not null;
        Demand(
            any || specification.Sampler.Name == "grid"
                || specification.Scheduler.Name is "pb2" or "pbt",
            "stop",
            "nothing ends this study: set stop.trials, stop.wall-time, stop.total-resource, "
                + "stop.target, stop.no-improvement or stop.regret-bound",
            problems);
        CheckLimits(stop, problems);
        if (stop.NoImprovement is { } limit)
            CheckNoImprovement(limit, problems);
        if (stop.RegretBound is { } bound)
            CheckRegretBound(bound, specification, problems);
        Demand(stop.FinishBest >= 0, "stop.finish-best", "must not be negative", problems);
    }

    private static void CheckLimits(StopConditions stop, List<Problem> problems)
    {
        Demand(stop.Trials is null or >= 1, "stop.trials", "must be at least 1", problems);
        Demand(
            stop.TotalResource is null or >= 1,
            "stop.total-resource",
            "must be at least 1",
            problems);
        Demand(
            stop.WallTime is not { } time || time > TimeSpan.Zero,
            "stop.wall-time",
            "must be above zero",
            problems);
        Demand(
            stop.Target is not { } target || double.IsFinite(target),
            "stop.target",
            "must be finite",
            problems);
    }

    private static void CheckNoImprovement(NoImprovement limit, List<Problem> problems)
    {
        Demand(
            limit.Trials >= 1,
            "stop.no-improvement.trials",
            "must be at least 1",
            problems);
        Demand(
            double.IsFinite(limit.MinDelta) && limit.MinDelta >= 0,
            "stop.no-improvement.min-delta",
            "must be finite and not negative",
            problems);
    }

    private static void CheckRegretBound(
        RegretBound bound, StudySpecification specification, List<Problem> problems)
    {
        Demand(
            specification.Objectives.Count <= 1,
            "stop.regret-bound",
            "needs a single objective: several have no one best value to come short of",
            problems);
        Demand(
            bound.MinTrials >= 2,
            "stop.regret-bound.min-trials",
            "must be at least 2",
            problems);
        Demand(
            bound.Error is not { } error || (double.IsFinite(error) && error > 0),
            "stop.regret-bound.error",
            "must be finite and above 0",
            problems);
        CheckFolds(bound, specification, problems);
    }

    private static void CheckFolds(
        RegretBound bound, StudySpecification specification, List<Problem> problems) =>
        Demand(
            bound.Error is not null || MeansFolds(specification),
            "stop.regret-bound.error",
            "is needed here: it follows from the trials only where they report folds "
                + "(resource.unit = fold) and the objective is their mean (mean-of-last, two or "
                + "more)",
            problems);

    private static bool MeansFolds(StudySpecification specification) =>
        specification.ResourceUnit == RegretBound.FoldUnit
        && specification.Objectives is
            [{ Reduce: { Kind: ReductionKind.MeanOfLast, Window: > 1 } }];

    private static void Demand(bool holds, string path, string message, List<Problem> problems) =>
        StudySpecificationCheck.Demand(holds, path, message, problems);
}
