using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>Which observed trials are good: the upper part of the ranking.</summary>
internal static class GoodTrials
{
    /// <summary>The good trials: best first, of several objectives by number.</summary>
    internal static IReadOnlyList<HistoryTrial> Of(TrialHistory history, TpeOptions options)
    {
        int count = options.GoodCount(history.ObservedCount);
        return count > 0 && history.Ranked[0].Losses is not null
            ? [.. ByObjectives(history, count).OrderBy(trial => trial.Number)]
            : [.. history.Ranked.Take(count)];
    }

    // Feasible trials rung by rung from the top; what is left over to infeasible ones by violation.
    private static List<HistoryTrial> ByObjectives(TrialHistory history, int count)
    {
        var good = new List<HistoryTrial>();
        int first = 0;
        while (good.Count < count)
        {
            HistoryTrial head = history.Ranked[first];
            int last = first;
            while (last < history.ObservedCount && IsAlike(head, history.Ranked[last]))
                last++;
            int taken = Math.Min(count - good.Count, last - first);
            IReadOnlyList<HistoryTrial> block = [.. history.Ranked.Skip(first).Take(last - first)];
            good.AddRange(taken == block.Count || head.Violation > 0
                ? block.Take(taken)
                : NonDominatedFronts.Best(block, taken));
            first = last;
        }

        return good;
    }

    private static bool IsAlike(HistoryTrial left, HistoryTrial right) =>
        left.Violation.Equals(right.Violation) && left.Rung == right.Rung;
}
