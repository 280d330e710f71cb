using ActorTune.Randomness;

namespace ActorTune.Bench.Quality.Comparing;

/// <summary>The tests of a comparison, by normal approximation; samples here are 20 or more.</summary>
internal static class Statistics
{
    private const int Resamples = 2000;
    private static readonly StreamName Bootstrap = new("bootstrap");

    /// <summary>The share of pairs in which ours is less; ties count half.</summary>
    internal static double Superiority(double[] ours, double[] theirs)
    {
        double wins = 0;
        foreach (double one in ours)
        {
            foreach (double other in theirs)
                wins += one < other ? 1 : one.Equals(other) ? 0.5 : 0;
        }

        return wins / ours.Length / theirs.Length;
    }

    /// <summary>The one-sided 95 % lower bound of the superiority, by bootstrap.</summary>
    internal static double LowerBound(double[] ours, double[] theirs, ulong seed)
    {
        RandomStream chance = RandomStream.For(seed, Bootstrap, 0, 0);
        var found = new double[Resamples];
        for (int i = 0; i < Resamples; i++)
            found[i] = Superiority(Resample(ours, chance), Resample(theirs, chance));
        Array.Sort(found);
        return found[(int)(0.05 * Resamples)];
    }

    /// <summary>The two-sided Mann-Whitney p-value, ties corrected.</summary>
    internal static double MannWhitney(double[] ours, double[] theirs)
    {
        double n = ours.Length, m = theirs.Length, all = n + m;
        double ties = ours.Concat(theirs).GroupBy(value => value)
            .Sum(group => Math.Pow(group.Count(), 3) - group.Count());
        double deviation = Math.Sqrt(n * m / 12 * (all + 1 - ties / (all * (all - 1))));
        double distance = Math.Abs(Superiority(ours, theirs) * n * m - n * m / 2);
        return deviation == 0
            ? 1
            : 2 * (1 - Arithmetic.PortableMath.NormalCdf(
                Math.Max(0, distance - 0.5) / deviation));
    }

    /// <summary>The two-sided Wilcoxon signed-rank p-value, zero differences left out.</summary>
    internal static double SignedRank(IEnumerable<double> differences)
    {
        double[] kept = [.. differences.Where(d => d != 0).OrderBy(Math.Abs)];
        double n = kept.Length, plus = 0, ties = 0;
        for (int i = 0; i < kept.Length;)
        {
            int end = i;
            while (end < kept.Length && Math.Abs(kept[end]).Equals(Math.Abs(kept[i])))
                end++;
            double rank = (i + 1 + end) / 2.0;
            plus += rank * kept[i..end].Count(d => d > 0);
            ties += Math.Pow(end - i, 3) - (end - i);
            i = end;
        }

        double deviation = Math.Sqrt(n * (n + 1) * (2 * n + 1) / 24 - ties / 48);
        return deviation == 0
            ? 1
            : 2 * (1 - Arithmetic.PortableMath.NormalCdf(
                Math.Max(0, Math.Abs(plus - n * (n + 1) / 4) - 0.5) / deviation));
    }

    /// <summary>Holm's correction of several p-values.</summary>
    internal static double[] Holm(double[] p)
    {
        int[] order = [.. Enumerable.Range(0, p.Length).OrderBy(i => p[i])];
        var corrected = new double[p.Length];
        double most = 0;
        for (int i = 0; i < order.Length; i++)
        {
            most = Math.Max(most, Math.Min(1, p[order[i]] * (p.Length - i)));
            corrected[order[i]] = most;
        }

        return corrected;
    }

    /// <summary>
    /// The 95 % bootstrap interval of a mean over rows, resampled by row (problem and seed).
    /// </summary>
    internal static (double Low, double High) Interval(double[] rows, ulong seed)
    {
        RandomStream chance = RandomStream.For(seed, Bootstrap, 1, 0);
        var found = new double[Resamples];
        for (int i = 0; i < Resamples; i++)
            found[i] = Resample(rows, chance).Average();
        Array.Sort(found);
        return (found[(int)(0.025 * Resamples)], found[(int)(0.975 * Resamples)]);
    }

    private static double[] Resample(double[] values, RandomStream chance)
    {
        var drawn = new double[values.Length];
        for (int i = 0; i < drawn.Length; i++)
            drawn[i] = values[chance.NextInt32(values.Length)];
        return drawn;
    }
}
