using ActorTune.Arithmetic;

namespace ActorTune.Analysis;

/// <summary>
/// A Parzen estimate on the points of a grid from how often each was seen, with one more
/// observation that knows nothing (Watanabe, Bansal, Hutter, 2023, section 4 and its appendix).
/// </summary>
internal static class ParzenGrid
{
    // Of a kernel this wide 90 % stay within its own point.
    private const double LeastWidth = 0.5 / 1.64;

    /// <summary>The probability of each point.</summary>
    /// <param name="counts">How often each was seen; at least one was.</param>
    /// <param name="isOrdered">Whether neighbours are alike.</param>
    internal static double[] Of(ReadOnlySpan<int> counts, bool isOrdered)
    {
        double total = 0;
        foreach (int count in counts)
            total += count;
        return isOrdered ? Ordered(counts, total) : Unordered(counts, total);
    }

    private static double[] Unordered(ReadOnlySpan<int> counts, double total)
    {
        int seen = 0;
        foreach (int count in counts)
            seen += count > 0 ? 1 : 0;
        double spread = 1.0 / (seen + 1);
        double height = 1 + counts.Length * spread;
        var masses = new double[counts.Length];
        for (int i = 0; i < masses.Length; i++)
        {
            double kernels = (counts[i] + total * spread) / height;
            masses[i] = (kernels + 1.0 / masses.Length) / (total + 1);
        }

        return masses;
    }

    private static double[] Ordered(ReadOnlySpan<int> counts, double total)
    {
        var masses = new double[counts.Length];
        double width = Math.Max(ScottWidth(counts, total), LeastWidth);
        // Entry j is the normal distribution function half a point beyond j - n points.
        var below = new double[2 * counts.Length];
        for (int j = 0; j < below.Length; j++)
            below[j] = PortableMath.NormalCdf((j - counts.Length + 0.5) / width);
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
                Add(masses, below, i, counts[i] / (total + 1));
        }

        AddPrior(masses, 1 / (total + 1));
        return masses;
    }

    // A normal kernel about a point, cut off half a point beyond both ends of the grid.
    private static void Add(double[] masses, double[] below, int center, double weight)
    {
        int count = masses.Length;
        double inside = below[2 * count - 1 - center] - below[count - 1 - center];
        for (int i = 0; i < count; i++)
        {
            int place = count + i - center;
            masses[i] += weight * (below[place] - below[place - 1]) / inside;
        }
    }

    private static void AddPrior(double[] masses, double weight)
    {
        double count = masses.Length;
        double half = PortableMath.NormalCdf(0.5) - PortableMath.NormalCdf(-0.5);
        for (int i = 0; i < masses.Length; i++)
        {
            double distance = (i - (count - 1) / 2) / count;
            double mass = PortableMath.NormalCdf(distance + 0.5 / count)
                - PortableMath.NormalCdf(distance - 0.5 / count);
            masses[i] += weight * mass / half;
        }
    }

    /// <summary>
    /// The width by Scott's rule with the smaller of deviation and quartile distance (Scott,
    /// "Multivariate density estimation", 1992).
    /// </summary>
    private static double ScottWidth(ReadOnlySpan<int> counts, double total)
    {
        double mean = 0;
        for (int i = 0; i < counts.Length; i++)
            mean += counts[i] * (double)i;
        mean /= total;
        double squares = 0;
        for (int i = 0; i < counts.Length; i++)
            squares += counts[i] * (i - mean) * (i - mean);
        double deviation = Math.Sqrt(squares / Math.Max(1, total - 1));
        int quarter = FirstReaching(counts, Math.Floor(total / 4), false);
        int threeQuarters = FirstReaching(counts, Math.Floor(total * 3 / 4), true);
        double quartiles = threeQuarters - quarter;
        return 1.059 * Math.Min(quartiles / 1.34, deviation) * PortableMath.Pow(total, -0.2);
    }

    // The first point seen at which the running count reaches, or passes, a number; else the last.
    private static int FirstReaching(ReadOnlySpan<int> counts, double number, bool passes)
    {
        double running = 0;
        int last = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] == 0)
                continue;
            running += counts[i];
            last = i;
            if (passes ? running > number : running >= number)
                return i;
        }

        return last;
    }
}
