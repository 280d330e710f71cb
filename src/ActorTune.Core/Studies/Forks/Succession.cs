using ActorTune.Strategies;

namespace ActorTune.Studies.Forks;

/// <summary>Whether a trial scheduler can take over the trials of another one.</summary>
public static class Succession
{
    /// <summary>
    /// What is wrong with a specification under which another trial scheduler takes over.
    /// </summary>
    /// <param name="specification">The study with its new trial scheduler.</param>
    /// <param name="catalog">Makes it.</param>
    public static IReadOnlyList<Problem> Check(
        StudySpecification specification, IStrategyCatalog catalog)
    {
        IReadOnlyList<Problem> problems =
            [.. specification.Check(), .. catalog.Check(specification)];
        if (problems.Count > 0)
            return problems;
        return Refusal(specification, catalog.CreateScheduler(specification)) is { } refusal
            ? [refusal]
            : [];
    }

    private static Problem? Refusal(StudySpecification specification, ITrialScheduler scheduler)
    {
        string name = specification.Scheduler.Name;
        if (scheduler is not ITakesOver)
            return new Problem(
                "scheduler",
                $"'{name}' cannot take over trials that another trial scheduler began; choose one "
                + "that can (asha, hyperband without mode = synchronous, pasha, median, "
                + "percentile, patient, threshold, extrapolation, run-to-completion), or start a "
                + "new study with start-from");
        if (specification.Objectives.Count > 1)
            return new Problem(
                "scheduler",
                $"'{name}' cannot take over a study with several objectives: what earlier trials "
                + "measured on the way is kept for one; start a new study");
        return specification.MaxResource is null
            ? new Problem(
                "resource.max",
                $"'{name}' can only take over a study with a maximum resource; fork the study and "
                + "set resource.max")
            : null;
    }
}
