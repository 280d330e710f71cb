namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>
/// The volume between points and a reference that all of them dominate, by exclusive volumes
/// (While, Bradstreet and Barone, "A fast way of calculating exact hypervolumes", 2012).
/// </summary>
internal static class Hypervolume
{
    /// <summary>The volume of the union of the boxes from each point to the reference.</summary>
    internal static double Of(IReadOnlyList<double[]> points, double[] reference)
    {
        double sum = 0;
        for (int i = 0; i < points.Count; i++)
            sum += Added(points[i], [.. points.Take(i)], reference);
        return sum;
    }

    /// <summary>What a point adds to the volume of others.</summary>
    internal static double Added(
        double[] point, IReadOnlyList<double[]> others, double[] reference)
    {
        double box = 1;
        for (int i = 0; i < point.Length; i++)
            box *= reference[i] - point[i];
        return box - Of(Limited(others, point), reference);
    }

    // The part of each box inside the point's box; a box inside another one adds nothing.
    private static List<double[]> Limited(IReadOnlyList<double[]> others, double[] point)
    {
        var limited = new List<double[]>();
        foreach (double[] other in others)
        {
            double[] corner = [.. other.Select((value, i) => Math.Max(value, point[i]))];
            if (limited.Exists(known => IsInside(corner, known)))
                continue;
            limited.RemoveAll(known => IsInside(known, corner));
            limited.Add(corner);
        }

        return limited;
    }

    private static bool IsInside(double[] corner, double[] other)
    {
        for (int i = 0; i < corner.Length; i++)
        {
            if (other[i] > corner[i])
                return false;
        }

        return true;
    }
}
