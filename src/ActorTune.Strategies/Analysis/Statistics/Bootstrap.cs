using ActorTune.Arithmetic;
using ActorTune.Randomness;

namespace ActorTune.Analysis.Statistics;

/// <summary>
/// Bounds of a statistic from lists drawn with replacement from the one given (Efron and
/// Tibshirani, "An introduction to the bootstrap", 1993, chapter 13: percentiles).
/// </summary>
public static class Bootstrap
{
    private static readonly StreamName Stream = new("bootstrap");

    /// <summary>The statistic of a list with its interval.</summary>
    /// <param name="values">At least one value.</param>
    /// <param name="statistic">
    /// What is asked of a list; it gets the list in any order and may not keep it.
    /// </param>
    /// <param name="seed">The seed of the draws.</param>
    /// <param name="confidence">That of the interval, between 0 and 1.</param>
    /// <param name="draws">How many lists are drawn.</param>
    /// <exception cref="ArgumentException">The list is empty or has a NaN.</exception>
    public static Interval Of(
        IReadOnlyList<double> values,
        Func<ReadOnlyMemory<double>, double> statistic,
        ulong seed,
        double confidence = 0.95,
        int draws = 2000)
    {
        Lists.Demand(values, nameof(values));
        Lists.DemandConfidence(confidence);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        double[] given = [.. values];
        double[] results = Results(given, statistic, seed, draws);
        return new Interval(
            statistic(given),
            Quantile(results, (1 - confidence) / 2),
            Quantile(results, (1 + confidence) / 2),
            confidence);
    }

    /// <summary>The mean of a list with its interval.</summary>
    /// <param name="values">At least one value.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <param name="confidence">That of the interval, between 0 and 1.</param>
    /// <param name="draws">How many lists are drawn.</param>
    /// <exception cref="ArgumentException">The list is empty or has a NaN.</exception>
    public static Interval OfMean(
        IReadOnlyList<double> values, ulong seed, double confidence = 0.95, int draws = 2000) =>
        Of(values, list => PortableMath.Sum(list.Span) / list.Length, seed, confidence, draws);

    // The statistic of every list drawn, in order.
    private static double[] Results(
        double[] given, Func<ReadOnlyMemory<double>, double> statistic, ulong seed, int draws)
    {
        var drawn = new double[given.Length];
        var results = new double[draws];
        for (int draw = 0; draw < draws; draw++)
        {
            Draw(given, drawn, RandomStream.For(seed, Stream, 0, draw));
            results[draw] = statistic(drawn);
        }

        Array.Sort(results);
        return results;
    }

    private static void Draw(double[] given, double[] drawn, RandomStream chance)
    {
        for (int i = 0; i < drawn.Length; i++)
            drawn[i] = given[chance.NextInt32(given.Length)];
    }

    // The value at a place between the ordered results, linear between neighbours.
    private static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
