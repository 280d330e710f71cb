using ActorTune.Strategies.MultiObjective;
using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>
/// The best of some trials under several objectives: whole non-dominated fronts, and of the one
/// that no longer fits the trials that cover most hypervolume (Ozaki et al., GECCO 2020).
/// </summary>
internal static class NonDominatedFronts
{
    /// <summary>Takes the best trials.</summary>
    /// <param name="trials">Trials at one rung, all with losses.</param>
    /// <param name="count">How many; at most all.</param>
    internal static IEnumerable<HistoryTrial> Best(IReadOnlyList<HistoryTrial> trials, int count)
    {
        int[] ranks = ParetoFront.Ranks([.. trials.Select(trial => trial.Losses!)]);
        var best = new List<HistoryTrial>();
        for (int rank = 0; best.Count < count; rank++)
        {
            List<HistoryTrial> front = [.. trials.Where((_, i) => ranks[i] == rank)];
            best.AddRange(best.Count + front.Count <= count
                ? front
                : MostVolume(front, count - best.Count));
        }

        return best;
    }

    private static IEnumerable<HistoryTrial> MostVolume(List<HistoryTrial> front, int count)
    {
        double[][] losses = [.. front.Select(trial => trial.Losses!)];
        return Hypervolume.SelectSubset(losses, ReferenceOf(losses), count)
            .Select(index => front[index]);
    }

    // A tenth beyond the worst loss of each objective, upwards also below zero, as in Optuna.
    private static double[] ReferenceOf(double[][] losses)
    {
        var reference = new double[losses[0].Length];
        for (int i = 0; i < reference.Length; i++)
        {
            double worst = losses.Max(one => one[i]);
            double beyond = Math.Max(1.1 * worst, 0.9 * worst);
            reference[i] = beyond == 0 ? 1e-12 : beyond;
        }

        return reference;
    }
}
