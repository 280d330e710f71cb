using ActorTune.Strategies.MultiObjective;
using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Evolutionary;

/// <summary>
/// The fronts of a population, best first: feasible trials before infeasible ones, those by what
/// they violate (constrained domination, Deb et al. 2002, section VI), higher rungs before lower
/// ones, non-dominated sorting among equals, and failed trials together at the end. With one
/// objective it is the order of <see cref="TrialRanking"/>, equal objectives on one front.
/// </summary>
internal static class ConstrainedFronts
{
    internal static List<List<HistoryTrial>> Of(IEnumerable<HistoryTrial> trials)
    {
        HistoryTrial[] order = [.. trials];
        Array.Sort(order, (left, right) =>
        {
            int comparison = Compare(left, right);
            return comparison != 0 ? comparison : left.Number.CompareTo(right.Number);
        });
        var fronts = new List<List<HistoryTrial>>();
        for (int start = 0, end; start < order.Length; start = end)
        {
            end = start + 1;
            while (end < order.Length && Compare(order[start], order[end]) == 0)
                end++;
            Add(order.AsSpan(start, end - start), fronts);
        }

        return fronts;
    }

    /// <summary>All objectives of a trial; less is better.</summary>
    internal static double[] Objectives(HistoryTrial trial) => trial.Losses ?? [trial.Loss];

    private static int Compare(HistoryTrial left, HistoryTrial right)
    {
        int order = left.Status.CompareTo(right.Status);
        if (order != 0 || left.Status != ObservationStatus.Observed)
            return order;
        order = left.Violation.CompareTo(right.Violation);
        return order != 0 ? order : right.Rung.CompareTo(left.Rung);
    }

    private static void Add(ReadOnlySpan<HistoryTrial> equals, List<List<HistoryTrial>> fronts)
    {
        if (equals[0].Status != ObservationStatus.Observed)
        {
            fronts.Add([.. equals]);
            return;
        }

        var points = new double[equals.Length][];
        for (int i = 0; i < points.Length; i++)
            points[i] = Objectives(equals[i]);
        int[] ranks = ParetoFront.Sort(points);
        int first = fronts.Count;
        for (int i = 0; i < points.Length; i++)
        {
            while (fronts.Count <= first + ranks[i])
                fronts.Add([]);
            fronts[first + ranks[i]].Add(equals[i]);
        }
    }
}
