using ActorTune.Arithmetic;

namespace ActorTune.Analysis.Statistics;

/// <summary>
/// By how much the values of one list are larger than those of another: the median of all pairwise
/// differences (Hodges and Lehmann, "Estimates of location based on rank tests", Annals of
/// Mathematical Statistics 34, 1963).
/// </summary>
public static class HodgesLehmannShift
{
    /// <summary>The shift from the right list to the left one, with its interval.</summary>
    /// <param name="left">At least one value, all finite.</param>
    /// <param name="right">At least one value, all finite.</param>
    /// <param name="confidence">That of the interval, between 0 and 1.</param>
    /// <remarks>
    /// The bounds are the differences at the places that the normal approximation of the test of
    /// Mann and Whitney gives (Hollander, Wolfe, Chicken, "Nonparametric statistical methods",
    /// 2014, section 4.3).
    /// </remarks>
    /// <exception cref="ArgumentException">A list is empty or has a NaN.</exception>
    public static Interval Of(
        IReadOnlyList<double> left, IReadOnlyList<double> right, double confidence = 0.95)
    {
        Lists.Demand(left, nameof(left));
        Lists.Demand(right, nameof(right));
        Lists.DemandConfidence(confidence);
        var differences = new PairwiseDifferences(left, right);
        double pairs = differences.Count;
        double deviation = Math.Sqrt(pairs * (left.Count + (double)right.Count + 1) / 12);
        double z = PortableMath.NormalQuantile((1 + confidence) / 2);
        long place = (long)Math.Clamp(Math.Floor(pairs / 2 - z * deviation), 1, pairs);
        return new Interval(
            differences.Median,
            differences.Select(place - 1),
            differences.Select(differences.Count - place),
            confidence);
    }
}
