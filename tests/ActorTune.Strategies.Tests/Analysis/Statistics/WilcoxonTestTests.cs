namespace ActorTune.Analysis.Statistics;

public sealed class WilcoxonTestTests
{
    // Hollander and Wolfe's example of a tranquilizer; scipy 1.10 gives this p.
    [Fact]
    public void Few_pairs_are_counted_exactly()
    {
        var test = WilcoxonTest.Of(
            [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30],
            [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]);

        Assert.Equal((40, 5, 9, true), (
            test.PositiveRankSum, test.NegativeRankSum, test.PairCount, test.IsExact));
        Assert.Equal(0.0390625, test.PValue, 1e-15);
    }

    // All 512 signs of the nine ranks, counted one by one; the tenth pair is equal.
    [Fact]
    public void Ties_are_counted_exactly_and_equal_pairs_left_out()
    {
        var test = WilcoxonTest.Of(
            [125, 115, 130, 140, 140, 115, 140, 125, 140, 135],
            [110, 122, 125, 120, 140, 124, 123, 137, 135, 145]);

        Assert.Equal((27, 18, 9), (
            test.PositiveRankSum, test.NegativeRankSum, test.PairCount));
        Assert.Equal(0.6328125, test.PValue, 1e-15);
    }

    // scipy.stats.wilcoxon(..., method="exact"), scipy 1.10.
    [Fact]
    public void Forty_pairs_are_counted_exactly()
    {
        var test = WilcoxonTest.Of(FixedNumbers.List(40, 3), FixedNumbers.List(40, 4, 0.15));

        Assert.Equal(306, Math.Min(test.PositiveRankSum, test.NegativeRankSum));
        Assert.Equal(0.16589964473864, test.PValue, 1e-13);
    }

    // scipy.stats.wilcoxon(..., method="approx", correction=True), scipy 1.10.
    [Fact]
    public void Many_pairs_are_normal_with_their_ties()
    {
        var test = WilcoxonTest.Of(
            FixedNumbers.List(120, 5, 0, 16), FixedNumbers.List(120, 6, 0.1, 16));

        Assert.Equal((112, false), (test.PairCount, test.IsExact));
        Assert.Equal(2720.5, Math.Min(test.PositiveRankSum, test.NegativeRankSum));
        Assert.Equal(0.19807190303894862, test.PValue, 1e-12);
    }

    [Fact]
    public void Equal_lists_do_not_differ() =>
        Assert.Equal((1, 0), (
            WilcoxonTest.Of([1, 2], [1, 2]).PValue, WilcoxonTest.Of([1, 2], [1, 2]).PairCount));

    [Fact]
    public void Lists_of_different_lengths_are_no_pairs() =>
        Assert.Throws<ArgumentException>(() => WilcoxonTest.Of([1, 2], [1]));
}
