namespace ActorTune.Analysis.Statistics;

/// <summary>
/// The ranks of a list from 1 for the least value, equal values sharing the mean of their places.
/// They are kept doubled, so that they are whole numbers.
/// </summary>
internal sealed class MidRanks
{
    private MidRanks(long[] doubled, IReadOnlyList<TiedGroup> groups)
    {
        Doubled = doubled;
        Groups = groups;
    }

    /// <summary>Twice the rank of each value, in the order of the list.</summary>
    internal long[] Doubled { get; }

    /// <summary>The different values from the least on.</summary>
    internal IReadOnlyList<TiedGroup> Groups { get; }

    /// <summary>The sum of t^3 - t over the groups: zero without ties.</summary>
    internal double TieSum
    {
        get
        {
            double sum = 0;
            foreach (TiedGroup group in Groups)
            {
                double count = group.Count;
                sum += (count * count - 1) * count;
            }

            return sum;
        }
    }

    internal static MidRanks Of(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        int[] places = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, places);
        var doubled = new long[sorted.Length];
        var groups = new List<TiedGroup>();
        for (int start = 0; start < sorted.Length;)
        {
            int end = start + 1;
            while (end < sorted.Length && sorted[end].Equals(sorted[start]))
                end++;
            long rank = start + 1L + end;
            for (int i = start; i < end; i++)
                doubled[places[i]] = rank;
            groups.Add(new TiedGroup(rank, end - start));
            start = end;
        }

        return new MidRanks(doubled, groups);
    }
}
