namespace ActorTune.Analysis.Statistics;

/// <summary>
/// The two-sided signed-rank test of Wilcoxon ("Individual comparisons by ranking methods",
/// Biometrics Bulletin 1, 1945): whether paired values differ, such as two samplers' results on
/// the same problems and seeds.
/// </summary>
/// <param name="PositiveRankSum">
/// The sum of the ranks of the pairs in which the left value is the larger.
/// </param>
/// <param name="NegativeRankSum">That of the pairs in which it is the smaller.</param>
/// <param name="PairCount">How many pairs differ; equal ones are left out.</param>
/// <param name="PValue">
/// How likely pairs that do not differ are to look at least this different.
/// </param>
/// <param name="IsExact">
/// Whether all signs were counted (up to 50 pairs, ties included); otherwise the probability is
/// that of the normal distribution, corrected for ties and for steps.
/// </param>
public sealed record WilcoxonTest(
    double PositiveRankSum, double NegativeRankSum, int PairCount, double PValue, bool IsExact)
{
    private const int MostExactPairs = 50;

    /// <summary>Tests two lists of the same length, pair by pair.</summary>
    /// <param name="left">At least one value; none is NaN.</param>
    /// <param name="right">As many; none is NaN.</param>
    /// <exception cref="ArgumentException">
    /// The lists are empty, not equally long, or have a NaN.
    /// </exception>
    public static WilcoxonTest Of(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        Lists.Demand(left, nameof(left));
        Lists.Demand(right, nameof(right));
        if (left.Count != right.Count)
            throw new ArgumentException(
                $"Pairs need equally long lists, not {left.Count} and {right.Count} values.");
        double[] differences = [.. Differences(left, right)];
        var ranks = MidRanks.Of([.. differences.Select(Math.Abs)]);
        long positive = 0, total = 0;
        for (int i = 0; i < differences.Length; i++)
        {
            total += ranks.Doubled[i];
            if (differences[i] > 0)
                positive += ranks.Doubled[i];
        }

        bool isExact = differences.Length <= MostExactPairs;
        double p = isExact
            ? TailProbabilities.Exact(RankSumCounts.OfAny(ranks.Groups, total), positive)
            : TailProbabilities.Normal(positive / 2.0, total / 4.0, Variance(ranks));
        return new WilcoxonTest(
            positive / 2.0, (total - positive) / 2.0, differences.Length, p, isExact);
    }

    private static IEnumerable<double> Differences(
        IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        for (int i = 0; i < left.Count; i++)
        {
            if (!left[i].Equals(right[i]))
                yield return left[i] - right[i];
        }
    }

    // Hollander, Wolfe, Chicken, "Nonparametric statistical methods" (2014), section 3.1
    private static double Variance(MidRanks ranks)
    {
        double count = ranks.Doubled.Length;
        return count * (count + 1) * (2 * count + 1) / 24 - ranks.TieSum / 48;
    }
}
