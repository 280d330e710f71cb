namespace ActorTune.Strategies.MultiObjective;

/// <summary>
/// How much room a point of a front has: the sum over the objectives of the distance between its
/// two neighbours, in units of the front's range; infinite at the ends (Deb et al., IEEE
/// Transactions on Evolutionary Computation 6, 2002, section III B). An objective in which the
/// front has no extent says nothing.
/// </summary>
internal static class CrowdingDistance
{
    internal static double[] Of(IReadOnlyList<double[]> front)
    {
        var distances = new double[front.Count];
        if (front.Count == 0)
            return distances;
        for (int objective = 0; objective < front[0].Length; objective++)
            Add(front, objective, distances);
        return distances;
    }

    private static void Add(IReadOnlyList<double[]> front, int objective, double[] distances)
    {
        int[] order = [.. Enumerable.Range(0, front.Count)];
        Array.Sort(order, (left, right) =>
        {
            int comparison = front[left][objective].CompareTo(front[right][objective]);
            return comparison != 0 ? comparison : left.CompareTo(right);
        });
        double range = front[order[^1]][objective] - front[order[0]][objective];
        if (!(range > 0))
            return;
        distances[order[0]] = double.PositiveInfinity;
        distances[order[^1]] = double.PositiveInfinity;
        for (int i = 1; i < order.Length - 1; i++)
        {
            double gap = front[order[i + 1]][objective] - front[order[i - 1]][objective];
            distances[order[i]] += gap / range;
        }
    }
}
