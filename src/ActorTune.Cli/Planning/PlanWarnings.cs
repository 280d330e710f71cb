using ActorTune.Cli.Output;

namespace ActorTune.Cli.Planning;

/// <summary>What a user should know before a study runs for hours.</summary>
internal static class PlanWarnings
{
    private const int DefaultReductionFactor = 3;

    internal static IReadOnlyList<string> Find(StudySpecification study, StudyState planned)
    {
        var warnings = new List<string>();
        IReadOnlyList<RungSummary> rungs = planned.Scheduler.Rungs();
        if (study.MaxResource is null)
            warnings.Add("without resource.max a trial ends when its program does: its resource "
                + "is not known and counted here as 1");
        if (study.Stop.Trials is null && StudyPlan.Bounded(study).Trials is { } assumed)
            warnings.Add("only time, a target, no improvement or little regret ends this "
                + $"study: the plan shows its first {Numbers.Count(assumed)} trials");
        if (rungs.Count > 0)
            WarnOfRungs(study, planned, rungs, warnings);
        if (planned.RepeatedResource > 0)
            warnings.Add("the program does not resume (program.resumes = false): every promotion "
                + "starts from nothing and is charged in full; save checkpoints, or use "
                + "scheduler { asha { type = stopping } }");
        return warnings;
    }

    /// <summary>
    /// Of n trials floor(n / eta) go on from each rung, so eta^(rungs - 1) are needed.
    /// </summary>
    private static void WarnOfRungs(
        StudySpecification study,
        StudyState planned,
        IReadOnlyList<RungSummary> rungs,
        List<string> warnings)
    {
        long factor = study.Scheduler.Find("reduction-factor") is { IsNumber: true } given
            ? (long)given.AsDouble()
            : DefaultReductionFactor;
        int height = rungs.GroupBy(rung => rung.Bracket).Max(bracket => bracket.Count());
        double needed = Math.Pow(factor, height - 1);
        if (planned.Trials.Count < needed)
            warnings.Add(string.Create(CultureInfo.InvariantCulture,
                $"{planned.Trials.Count} trials are fewer than {needed}, the reduction factor ")
                + string.Create(CultureInfo.InvariantCulture,
                    $"{factor} to the power of {height - 1}: it is likely that no trial is ")
                + $"promoted to {study.ResourceUnit} {rungs[^1].Level}; "
                + (study.Stop.FinishBest == 0
                    ? "none is trained that far, because stop.finish-best is 0"
                    : "only stop.finish-best trains the best "
                        + $"{Numbers.Of(study.Stop.FinishBest, "trial")} that far at the end"));
    }
}
