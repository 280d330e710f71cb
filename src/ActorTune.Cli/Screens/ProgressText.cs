using ActorTune.Cli.Output;

namespace ActorTune.Cli.Screens;

/// <summary>The words in which progress is told, on lines and on the live screen.</summary>
internal static class ProgressText
{
    private const int MostBrackets = 3;

    internal static string Best(StudyProgress progress) => progress.Best is { } best
        ? $"trial {best.Number}, {progress.State.Objective.Metric} {Numbers.Value(best.Value)} at "
            + $"{progress.State.Specification.ResourceUnit} {best.Resource}"
        : "none measured yet";

    internal static string Counts(StudyState state) => state.Trials.Count == 0
        ? "no trials yet"
        : $"{Numbers.Of(state.Trials.Count, "trial")}: " + string.Join(", ", state.Trials
            .GroupBy(trial => trial.Status)
            .OrderBy(group => group.Key)
            .Select(group => $"{group.Count()} {Numbers.Word(group.Key)}"))
            + (state.ReusedCount > 0 ? $" ({Numbers.Count(state.ReusedCount)} not trained)" : "");

    /// <summary>How many trials each rung holds, for the brackets opened last.</summary>
    internal static string Rungs(StudyState state)
    {
        IEnumerable<RungSummary[]> brackets = state.Scheduler.Rungs()
            .GroupBy(rung => rung.Bracket, (_, rungs) => rungs.ToArray())
            .Where(rungs => rungs.Any(rung => rung.Count > 0))
            .TakeLast(MostBrackets);
        string unit = state.Specification.ResourceUnit;
        return string.Join("; ", brackets.Select(rungs => $"{string.Join("/", rungs.Select(
            rung => Numbers.Count(rung.Count)))} at {unit} {string.Join("/", rungs.Select(
            rung => rung.Level))}"));
    }

    internal static string Spent(StudyState state)
    {
        string unit = state.Specification.ResourceUnit;
        return state.Specification.Stop.TotalResource is { } total
            ? $"{state.SpentResource} of {Numbers.Of(total, unit)}"
            : Numbers.Of(state.SpentResource, unit);
    }

    internal static string Rate(StudyProgress progress) => progress.Rate is { } rate
        ? rate.ToString("0.0", CultureInfo.InvariantCulture)
            + $" {progress.State.Specification.ResourceUnit}s/s"
        : "";

    /// <summary>Why a study ends, in words.</summary>
    /// <param name="reason">The stop condition.</param>
    /// <param name="study">The study.</param>
    /// <param name="grounds">The statistics that it rests on, if it has any.</param>
    internal static string Reason(
        EndReason reason, StudySpecification study, DecisionReason? grounds) =>
        grounds is null ? Reason(reason, study)
        : reason == EndReason.RegretBound ? Regret(grounds)
        : $"the sampler has nothing new: its last {grounds.Count} configurations had completed "
            + $"before ({grounds.Rule})";

    private static string Reason(EndReason reason, StudySpecification study) => reason switch
    {
        EndReason.Trials => string.Create(
            CultureInfo.InvariantCulture,
            $"the limit of {study.Stop.Trials} configurations is reached"),
        EndReason.WallTime => $"the wall time of {Time(study.Stop.WallTime)} is used up",
        EndReason.TotalResource => "the total resource of "
            + $"{Numbers.Of(study.Stop.TotalResource ?? 0, study.ResourceUnit)} is used up",
        EndReason.Target => $"a trial reached the target {Numbers.Value(study.Stop.Target)}",
        EndReason.SamplerExhausted => "the sampler has no further configuration",
        EndReason.SchedulerFinished => "the trial scheduler ran its whole plan",
        EndReason.NoImprovement => "the best value has not improved over "
            + Numbers.Of(study.Stop.NoImprovement?.Trials ?? 0, "trial"),
        EndReason.Failures => "too many trials failed",
        _ => "a person cancelled it",
    };

    private static string Regret(DecisionReason grounds) =>
        $"no configuration is likely to be better than trial {grounds.CutoffTrial} by more than "
        + $"{Numbers.Value(grounds.Value)}, and the error is {Numbers.Value(grounds.Cutoff)} "
        + $"({Numbers.Of(grounds.Count, "completed trial")}, {grounds.Rule})";

    private static string Time(TimeSpan? time) => Numbers.Time(time ?? TimeSpan.Zero);
}
