namespace ActorTune.Strategies.MultiObjective;

/// <summary>The dominated volume of points that all lie below the reference point.</summary>
internal static class DominatedVolume
{
    internal static double Of(double[][] points, double[] reference)
    {
        if (points.Length == 0)
            return 0;
        return reference.Length switch
        {
            1 => reference[0] - points.Min(point => point[0]),
            2 => Staircase.Area(points, reference),
            3 => Sweep(points, reference),
            _ => Slices(points, reference),
        };
    }

    /// <summary>What a point dominates and none of the others does.</summary>
    internal static double Exclusive(
        double[] point, IEnumerable<double[]> others, double[] reference)
    {
        int objectives = point.Length;
        var limits = new List<double[]>();
        foreach (double[] other in others)
        {
            double[] limit = Limit(point, other, objectives);
            if (limit.AsSpan().SequenceEqual(point))
                return 0;
            if (Hypervolume.IsBelow(limit, reference))
                limits.Add(limit);
        }

        return Volume(point, reference, objectives) - Of(NonDominated(limits), reference);
    }

    // From the worst in the last objective on: those that follow are better there, so what they
    // leave of a point has the same extent in that objective everywhere.
    private static double Slices(double[][] points, double[] reference)
    {
        int last = reference.Length - 1;
        double[][] order = [.. points];
        Array.Sort(order, (left, right) => left[last] != right[last]
            ? right[last].CompareTo(left[last])
            : Domination.Lexicographic(left, right));
        double[] rest = reference[..last];
        double volume = 0;
        for (int i = 0; i < order.Length; i++)
        {
            double[] slice = order[i][..last];
            double alone = Exclusive(slice, order.Skip(i + 1).Select(point => point[..last]), rest);
            volume += (reference[last] - order[i][last]) * alone;
        }

        return volume;
    }

    // In the order of the third objective, the area dominated in the first two times the way to
    // the next point.
    private static double Sweep(double[][] points, double[] reference)
    {
        double[][] order = [.. points];
        Array.Sort(order, (left, right) => left[2] != right[2]
            ? left[2].CompareTo(right[2])
            : Domination.Lexicographic(left, right));
        var stairs = new Staircase(reference[0], reference[1]);
        double volume = 0;
        double area = 0;
        for (int i = 0; i < order.Length; i++)
        {
            area += stairs.Add(order[i][0], order[i][1]);
            double next = i + 1 < order.Length ? order[i + 1][2] : reference[2];
            volume += area * (next - order[i][2]);
        }

        return volume;
    }

    private static double[] Limit(double[] point, double[] other, int objectives)
    {
        var limit = new double[objectives];
        for (int i = 0; i < objectives; i++)
            limit[i] = Math.Max(point[i], other[i]);
        return limit;
    }

    private static double Volume(double[] point, double[] reference, int objectives)
    {
        double volume = 1;
        for (int i = 0; i < objectives; i++)
            volume *= reference[i] - point[i];
        return volume;
    }

    private static double[][] NonDominated(List<double[]> points)
    {
        if (points.Count < 2 || points[0].Length < 4)
            return [.. points];
        int[] ranks = ParetoFront.Sort([.. points]);
        return [.. points.Where((_, i) => ranks[i] == 0)];
    }
}
