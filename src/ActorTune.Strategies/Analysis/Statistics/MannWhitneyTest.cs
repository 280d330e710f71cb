namespace ActorTune.Analysis.Statistics;

/// <summary>
/// The two-sided test of Mann and Whitney ("On a test of whether one of two random variables is
/// stochastically larger than the other", Annals of Mathematical Statistics 18, 1947): whether
/// values of one list tend to be larger than those of another.
/// </summary>
/// <param name="U">
/// In how many of all pairs the left value is the larger one; equal values count half.
/// </param>
/// <param name="PValue">
/// How likely lists that do not differ are to look at least this different.
/// </param>
/// <param name="IsExact">
/// Whether all orders were counted (up to 400 pairs, ties included); otherwise the probability is
/// that of the normal distribution, corrected for ties and for steps.
/// </param>
/// <param name="Superiority">The share of pairs in which the left value is the larger.</param>
public sealed record MannWhitneyTest(double U, double PValue, bool IsExact, double Superiority)
{
    private const long MostExactPairs = 400;

    /// <summary>Tests two lists.</summary>
    /// <param name="left">At least one value; none is NaN.</param>
    /// <param name="right">At least one value; none is NaN.</param>
    /// <exception cref="ArgumentException">A list is empty or has a NaN.</exception>
    public static MannWhitneyTest Of(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        Lists.Demand(left, nameof(left));
        Lists.Demand(right, nameof(right));
        var ranks = MidRanks.Of([.. left, .. right]);
        long doubledSum = 0;
        for (int i = 0; i < left.Count; i++)
            doubledSum += ranks.Doubled[i];
        double pairs = (double)left.Count * right.Count;
        double u = doubledSum / 2.0 - left.Count * (left.Count + 1.0) / 2;
        bool isExact = pairs <= MostExactPairs;
        double p = isExact
            ? Exact(ranks, doubledSum, left.Count, right.Count)
            : TailProbabilities.Normal(u, pairs / 2, Variance(ranks, left.Count, right.Count));
        return new MannWhitneyTest(u, p, isExact, u / pairs);
    }

    // Hollander, Wolfe, Chicken, "Nonparametric statistical methods" (2014), section 4.1
    private static double Variance(MidRanks ranks, double left, double right)
    {
        double all = left + right;
        return left * right / 12 * (all + 1 - ranks.TieSum / (all * (all - 1)));
    }

    /// <summary>
    /// Counts the choices of as many places as the left list has by the sum of their ranks. The
    /// shorter list is chosen, which takes the least work; its sum mirrors the other's.
    /// </summary>
    private static double Exact(MidRanks ranks, long doubledSum, int left, int right)
    {
        long all = left + right;
        long total = all * (all + 1);
        bool isLeftShort = left <= right;
        int chosen = isLeftShort ? left : right;
        double[] counts = RankSumCounts.Of(ranks.Groups, chosen, total);
        return TailProbabilities.Exact(counts, isLeftShort ? doubledSum : total - doubledSum);
    }
}
