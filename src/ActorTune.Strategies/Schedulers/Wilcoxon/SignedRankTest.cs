using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Schedulers.Wilcoxon;

/// <summary>
/// The one-sided signed-rank test (Wilcoxon, "Individual comparisons by ranking methods",
/// Biometrics Bulletin 1945) of paired differences. Ties share the mean of their ranks; zeros keep
/// their ranks, half of them on either side ("zsplit").
/// </summary>
/// <remarks>
/// Ranks are counted in halves, so that they are whole numbers and the exact distribution, all
/// 2^n signs being equally likely, is a count of subsets.
/// </remarks>
internal static class SignedRankTest
{
    /// <summary>
    /// Up to so many pairs the p-value is exact: 2^50 signs are still counted exactly in a double.
    /// Beyond, the normal approximation is off by less than 0.001.
    /// </summary>
    internal const int MostExact = 50;

    /// <summary>
    /// The probability of so large a sum of positive ranks if positive and negative differences
    /// were equally likely.
    /// </summary>
    internal static double UpperTail(IReadOnlyList<double> differences)
    {
        int[] halves = HalfRanks(differences, out int positive);
        return halves.Length <= MostExact
            ? ExactTail(halves, positive)
            : NormalTail(halves, positive);
    }

    // The doubled rank of each difference by size, and the doubled rank sum of the positive ones.
    private static int[] HalfRanks(IReadOnlyList<double> differences, out int positive)
    {
        double[] sorted = [.. differences];
        Array.Sort(sorted, static (left, right) => Math.Abs(left).CompareTo(Math.Abs(right)));
        int[] halves = new int[sorted.Length];
        positive = 0;
        int zeros = 0;
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && Math.Abs(sorted[end]).Equals(Math.Abs(sorted[start])))
                end++;
            for (int i = start; i < end; i++)
            {
                halves[i] = start + 1 + end;
                positive += sorted[i] > 0 ? halves[i] : 0;
                zeros += sorted[i] == 0 ? halves[i] : 0;
            }
        }

        // z zeros have the doubled rank z + 1 each: their sum z (z + 1) is even.
        positive += zeros / 2;
        return halves;
    }

    private static double ExactTail(int[] halves, int positive)
    {
        int total = 0;
        foreach (int half in halves)
            total += half;
        double[] counts = new double[total + 1];
        counts[0] = 1;
        int reached = 0;
        double signs = 1;
        foreach (int half in halves)
        {
            for (int sum = reached; sum >= 0; sum--)
                counts[sum + half] += counts[sum];
            reached += half;
            signs *= 2;
        }

        double tail = 0;
        for (int sum = positive; sum <= total; sum++)
            tail += counts[sum];
        return tail / signs;
    }

    private static double NormalTail(int[] halves, int positive)
    {
        double mean = 0;
        double squares = 0;
        foreach (int half in halves)
        {
            mean += 0.5 * half;
            squares += 0.25 * half * half;
        }

        return PortableMath.NormalCdf((mean - positive) / Math.Sqrt(squares));
    }
}
