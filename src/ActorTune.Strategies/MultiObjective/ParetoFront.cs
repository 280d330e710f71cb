namespace ActorTune.Strategies.MultiObjective;

/// <summary>
/// Non-dominated sorting. Less is better in every objective: negate those that are maximised.
/// </summary>
/// <remarks>
/// A point dominates another when it is nowhere worse and somewhere better; equal points do not
/// dominate each other. Points enter in lexicographic order, so that only those before can dominate
/// one, and the front that takes it is found by bisection: efficient non-dominated sort (Zhang,
/// Tian, Cheng and Jin, IEEE Transactions on Evolutionary Computation 19, 2015). With two
/// objectives the last member of a front decides alone, which makes it O(n log n).
/// </remarks>
public static class ParetoFront
{
    /// <summary>The front of every point, from 0 for those that nothing dominates.</summary>
    /// <param name="points">The points, each with the same number of objectives.</param>
    /// <returns>One number for each point, in the points' order.</returns>
    /// <exception cref="ArgumentException">
    /// The numbers of objectives differ, or an objective is not a number.
    /// </exception>
    public static int[] Ranks(IReadOnlyList<IReadOnlyList<double>> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        Domination.Require(points, points.Count == 0 ? 0 : points[0].Count);
        return Sort([.. points.Select(point => point.ToArray())]);
    }

    /// <summary>The positions of the points that nothing dominates, in ascending order.</summary>
    /// <param name="points">The points, each with the same number of objectives.</param>
    /// <returns>The positions; those of equal points are all among them.</returns>
    /// <exception cref="ArgumentException">
    /// The numbers of objectives differ, or an objective is not a number.
    /// </exception>
    public static int[] Indices(IReadOnlyList<IReadOnlyList<double>> points)
    {
        int[] ranks = Ranks(points);
        return [.. Enumerable.Range(0, ranks.Length).Where(i => ranks[i] == 0)];
    }

    internal static int[] Sort(double[][] points)
    {
        var ranks = new int[points.Length];
        var fronts = new List<List<double[]>>();
        double[]? last = null;
        int lastRank = 0;
        foreach (int index in Order(points))
        {
            double[] point = points[index];
            if (last is null || Domination.Lexicographic(last, point) != 0)
                lastRank = FrontFor(point, fronts);
            if (lastRank == fronts.Count)
                fronts.Add([]);
            fronts[lastRank].Add(point);
            ranks[index] = lastRank;
            last = point;
        }

        return ranks;
    }

    private static int[] Order(double[][] points)
    {
        int[] order = [.. Enumerable.Range(0, points.Length)];
        Array.Sort(order, (left, right) =>
        {
            int comparison = Domination.Lexicographic(points[left], points[right]);
            return comparison != 0 ? comparison : left.CompareTo(right);
        });
        return order;
    }

    // What a front dominates every front before it dominates too, which is what bisection needs.
    private static int FrontFor(double[] point, List<List<double[]>> fronts)
    {
        int low = 0;
        int high = fronts.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (IsDominated(point, fronts[middle]))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    // The latest members are the likeliest to dominate. Of two objectives the second falls along
    // a front, so its last member has the least: no other need be asked.
    private static bool IsDominated(double[] point, List<double[]> front)
    {
        int least = point.Length <= 2 ? front.Count - 1 : 0;
        for (int i = front.Count - 1; i >= least; i--)
        {
            if (Domination.Dominates(front[i], point))
                return true;
        }

        return false;
    }
}
