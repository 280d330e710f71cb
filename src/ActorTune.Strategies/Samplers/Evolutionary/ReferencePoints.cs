namespace ActorTune.Strategies.Samplers.Evolutionary;

/// <summary>
/// Directions spread evenly over the plane on which the objectives add up to one (Das and Dennis,
/// SIAM Journal on Optimization 8, 1998): all points whose coordinates are multiples of 1/p.
/// </summary>
internal static class ReferencePoints
{
    // Beyond so many points nobody could wait for their niches to be filled.
    internal const int MaxPoints = 100_000;

    /// <summary>How many there are: (objectives + p - 1) choose p.</summary>
    internal static long Count(int objectives, int divisions)
    {
        Int128 count = 1;
        for (int i = 1; i <= divisions && count <= MaxPoints; i++)
            count = count * (objectives - 1 + i) / i;
        return (long)Int128.Min(count, MaxPoints + 1L);
    }

    /// <summary>
    /// The greatest number of divisions that gives no more points than there is room for.
    /// </summary>
    internal static int DivisionsFor(int objectives, int points)
    {
        if (objectives == 1)
            return 1;
        int divisions = 1;
        while (Count(objectives, divisions + 1) <= points)
            divisions++;
        return divisions;
    }

    /// <summary>
    /// The points in lexicographic order; with inner divisions also a second layer half as wide
    /// about the centre (Deb and Jain 2014, part I, section V).
    /// </summary>
    internal static double[][] Of(int objectives, int divisions, int innerDivisions)
    {
        var points = new List<double[]>();
        Add(points, new int[objectives], 0, divisions, divisions, 0);
        if (innerDivisions > 0)
            Add(points, new int[objectives], 0, innerDivisions, innerDivisions, 0.5 / objectives);
        return [.. points];
    }

    private static void Add(
        List<double[]> points, int[] parts, int index, int left, int divisions, double offset)
    {
        if (index == parts.Length - 1)
        {
            parts[index] = left;
            double extent = offset > 0 ? 0.5 : 1;
            points.Add([.. parts.Select(part => offset + extent * part / divisions)]);
            return;
        }

        for (int part = 0; part <= left; part++)
        {
            parts[index] = part;
            Add(points, parts, index + 1, left - part, divisions, offset);
        }
    }
}
