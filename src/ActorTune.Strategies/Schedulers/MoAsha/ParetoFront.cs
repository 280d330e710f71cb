namespace ActorTune.Strategies.Schedulers.MoAsha;

/// <summary>
/// Entries none of which is better than another in every objective, in an order that spreads them.
/// </summary>
internal sealed class ParetoFront
{
    private int[]? _order;

    /// <summary>The positions of the members.</summary>
    internal List<int> Members { get; } = [];

    /// <summary>How many members wait for a promotion.</summary>
    internal int WaitingCount { get; set; }

    internal void Add(int position)
    {
        Members.Add(position);
        _order = null;
    }

    /// <summary>Takes out the members that a condition holds for, in their order.</summary>
    internal List<int> TakeOut(Predicate<int> condition)
    {
        List<int> taken = Members.FindAll(condition);
        if (taken.Count > 0)
            Members.RemoveAll(condition);
        _order = null;
        return taken;
    }

    /// <summary>
    /// The members in the order of an epsilon-net (Clarkson, "Nearest-neighbor searching and
    /// metric space dimensions", 2006, as in Schmucker et al. 2021, section 3): first the best in
    /// the first objective, then always the one farthest from all before it.
    /// </summary>
    /// <remarks>
    /// Objectives are scaled by the front's own range, so that units do not matter. Ties go to the
    /// lower trial number. It is a function of the members and kept until they change.
    /// </remarks>
    internal int[] Order(List<ParetoEntry> entries) => _order ??= Spread(entries);

    private int[] Spread(List<ParetoEntry> entries)
    {
        // By trial number, so that the first of equals is the lower one.
        int[] rest = [.. Members];
        Array.Sort(rest, (left, right) => entries[left].Trial.CompareTo(entries[right].Trial));
        double[] scales = Scales(entries);
        double[] distances = new double[rest.Length];
        int next = First(rest, entries);
        for (int count = 0; ; count++)
        {
            MoveTo(count, next, rest, distances);
            int chosen = rest[count];
            if (count + 1 >= rest.Length)
                return rest;
            next = count + 1;
            for (int i = count + 1; i < rest.Length; i++)
            {
                double own = Distance(entries[rest[i]].Keys, entries[chosen].Keys, scales);
                distances[i] = count == 0 ? own : Math.Min(distances[i], own);
                if (distances[i] > distances[next])
                    next = i;
            }
        }
    }

    // The others keep their order.
    private static void MoveTo(int target, int from, int[] positions, double[] distances)
    {
        (int chosen, double distance) = (positions[from], distances[from]);
        for (int i = from; i > target; i--)
            (positions[i], distances[i]) = (positions[i - 1], distances[i - 1]);
        (positions[target], distances[target]) = (chosen, distance);
    }

    private static int First(int[] positions, List<ParetoEntry> entries)
    {
        int first = 0;
        for (int i = 1; i < positions.Length; i++)
        {
            if (entries[positions[i]].Keys.AsSpan().SequenceCompareTo(
                entries[positions[first]].Keys) < 0)
                first = i;
        }

        return first;
    }

    // One over the range of each objective; 0 where all are equal.
    private double[] Scales(List<ParetoEntry> entries)
    {
        double[] scales = new double[entries[Members[0]].Keys.Length];
        for (int k = 0; k < scales.Length; k++)
        {
            double least = double.PositiveInfinity;
            double most = double.NegativeInfinity;
            foreach (int position in Members)
            {
                least = Math.Min(least, entries[position].Keys[k]);
                most = Math.Max(most, entries[position].Keys[k]);
            }

            double range = most - least;
            scales[k] = range > 0 && double.IsFinite(1 / range) ? 1 / range : 0;
        }

        return scales;
    }

    // The square of the distance orders alike.
    private static double Distance(double[] left, double[] right, double[] scales)
    {
        double sum = 0;
        for (int k = 0; k < scales.Length; k++)
        {
            double difference = (left[k] - right[k]) * scales[k];
            sum += difference * difference;
        }

        return sum;
    }
}
