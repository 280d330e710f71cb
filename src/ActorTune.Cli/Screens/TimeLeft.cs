using ActorTune.Cli.Planning;

namespace ActorTune.Cli.Screens;

/// <summary>How long a study still takes: the first of its stop conditions to hold.</summary>
/// <param name="plannedResource">What the plan expects to be spent; null: not known.</param>
internal sealed class TimeLeft(long? plannedResource)
{
    /// <summary>Longer simulations would delay the start of a study.</summary>
    private const int MostTrials = 20_000;

    internal static TimeLeft Of(StudySpecification specification, int slots) => new(
        specification is { Stop.Trials: <= MostTrials, MaxResource: not null }
            ? StudyPlan.Simulate(specification, slots).SpentResource
            : null);

    /// <summary>
    /// An estimate; null before there is a rate or where nothing bounds the study.
    /// </summary>
    internal TimeSpan? Estimate(StudyProgress progress)
    {
        if (progress.State.Phase == StudyPhase.Finished)
            return null;
        StopConditions stop = progress.State.Specification.Stop;
        var estimates = new List<TimeSpan>();
        if (stop.WallTime is { } wall)
            estimates.Add(wall - progress.State.ActiveTime);
        if (progress.Rate is { } rate and > 0)
        {
            if (stop.TotalResource is { } total)
                estimates.Add(Seconds(total, progress, rate));
            if (plannedResource is { } planned)
                estimates.Add(Seconds(planned, progress, rate));
        }

        return estimates.Count == 0
            ? null
            : TimeSpan.FromTicks(Math.Max(0, estimates.Min().Ticks));
    }

    private static TimeSpan Seconds(long resource, StudyProgress progress, double rate) =>
        TimeSpan.FromSeconds(
            Math.Min(Math.Max(0, resource - progress.State.SpentResource) / rate, 1e8));
}
