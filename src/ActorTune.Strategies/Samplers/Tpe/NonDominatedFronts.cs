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
        List<HistoryTrial> rest = [.. trials];
        rest.Sort(Compare);
        var best = new List<HistoryTrial>();
        while (best.Count < count)
        {
            List<HistoryTrial> front = TakeFront(rest);
            best.AddRange(best.Count + front.Count <= count
                ? front
                : HypervolumeSubset.Select(front, count - best.Count));
        }

        return best;
    }

    // In the order of losses a trial can only be dominated by an earlier one.
    private static List<HistoryTrial> TakeFront(List<HistoryTrial> sorted)
    {
        var front = new List<HistoryTrial>();
        var dominated = new List<HistoryTrial>();
        foreach (HistoryTrial trial in sorted)
        {
            bool isDominated = front.Exists(other => Dominates(other.Losses!, trial.Losses!));
            (isDominated ? dominated : front).Add(trial);
        }

        sorted.Clear();
        sorted.AddRange(dominated);
        return front;
    }

    private static bool Dominates(double[] left, double[] right)
    {
        bool isLess = false;
        for (int i = 0; i < left.Length; i++)
        {
            if (left[i] > right[i])
                return false;
            isLess |= left[i] < right[i];
        }

        return isLess;
    }

    private static int Compare(HistoryTrial left, HistoryTrial right)
    {
        for (int i = 0; i < left.Losses!.Length; i++)
        {
            int order = left.Losses[i].CompareTo(right.Losses![i]);
            if (order != 0)
                return order;
        }

        return left.Number.CompareTo(right.Number);
    }
}
