namespace ActorTune.Analysis.Statistics;

/// <summary>In how many ways ranks can be chosen so that they add up to each sum.</summary>
internal static class RankSumCounts
{
    /// <summary>Choices of a fixed number of ranks, by their doubled sum.</summary>
    /// <param name="groups">The ranks.</param>
    /// <param name="chosen">How many are chosen.</param>
    /// <param name="total">The doubled sum of all ranks.</param>
    internal static double[] Of(IReadOnlyList<TiedGroup> groups, int chosen, long total)
    {
        var counts = new double[chosen + 1][];
        for (int i = 0; i <= chosen; i++)
            counts[i] = new double[total + 1];
        counts[0][0] = 1;
        long reached = 0;
        foreach (TiedGroup group in groups)
        {
            for (int member = 0; member < group.Count; member++)
            {
                reached += group.DoubledRank;
                for (int taken = chosen; taken > 0; taken--)
                    Add(counts[taken - 1], counts[taken], group.DoubledRank, reached);
            }
        }

        return counts[chosen];
    }

    /// <summary>Choices of any number of ranks, by their doubled sum.</summary>
    internal static double[] OfAny(IReadOnlyList<TiedGroup> groups, long total)
    {
        var counts = new double[total + 1];
        counts[0] = 1;
        long reached = 0;
        foreach (TiedGroup group in groups)
        {
            for (int member = 0; member < group.Count; member++)
            {
                reached += group.DoubledRank;
                Add(counts, counts, group.DoubledRank, reached);
            }
        }

        return counts;
    }

    // From the top down, so that a rank is not taken twice where both arrays are one.
    private static void Add(double[] from, double[] to, long rank, long most)
    {
        for (long sum = most; sum >= rank; sum--)
            to[sum] += from[sum - rank];
    }
}
