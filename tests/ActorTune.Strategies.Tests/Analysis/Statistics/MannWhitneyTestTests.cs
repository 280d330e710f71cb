namespace ActorTune.Analysis.Statistics;

public sealed class MannWhitneyTestTests
{
    // Hollander and Wolfe's example of a membrane's permeability; scipy 1.10 gives this p.
    private static readonly double[] Term =
        [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];

    private static readonly double[] Early = [1.15, 0.88, 0.90, 0.74, 1.21];

    [Fact]
    public void Small_lists_are_counted_exactly()
    {
        var test = MannWhitneyTest.Of(Term, Early);

        Assert.True(test.IsExact);
        Assert.Equal(35, test.U);
        Assert.Equal(0.2544122544122544, test.PValue, 1e-14);
        Assert.Equal(35 / 50.0, test.Superiority);
    }

    // All 462 choices of five of the eleven ranks, counted one by one.
    [Fact]
    public void Ties_are_counted_exactly_too()
    {
        var test = MannWhitneyTest.Of([1, 2, 2, 3, 5], [2, 3, 3, 4, 6, 6]);

        Assert.Equal((7, true), (test.U, test.IsExact));
        Assert.Equal(0.17316017316017315, test.PValue, 1e-14);
    }

    // scipy.stats.mannwhitneyu(..., method="asymptotic", use_continuity=True), scipy 1.10.
    [Theory]
    [InlineData(60, 40, null, 1138.0, 0.6652236548525137)]
    [InlineData(300, 200, 16.0, 27186.5, 0.07522480522183164)]
    public void Large_lists_are_normal(int left, int right, double? parts, double u, double p)
    {
        var test = MannWhitneyTest.Of(
            FixedNumbers.List(left, 1, 0, parts), FixedNumbers.List(right, 2, 0.1, parts));

        Assert.False(test.IsExact);
        Assert.Equal(u, test.U);
        Assert.Equal(p, test.PValue, 1e-12);
    }

    [Fact]
    public void Sides_do_not_matter()
    {
        var one = MannWhitneyTest.Of(Term, Early);
        var other = MannWhitneyTest.Of(Early, Term);

        Assert.Equal(one.PValue, other.PValue, 1e-15);
        Assert.Equal(50, one.U + other.U);
        Assert.Equal(1, one.Superiority + other.Superiority, 1e-15);
    }

    [Fact]
    public void Equal_lists_do_not_differ()
    {
        Assert.Equal(1, MannWhitneyTest.Of([1, 1], [1, 1, 1]).PValue);
        double[] many = [.. Enumerable.Repeat(3.0, 50)];
        Assert.Equal((1, 0.5), (MannWhitneyTest.Of(many, many).PValue,
            MannWhitneyTest.Of(many, many).Superiority));
        Assert.Equal(1, MannWhitneyTest.Of([1], [2]).PValue);
    }

    [Fact]
    public void What_has_no_rank_is_refused()
    {
        Assert.Throws<ArgumentException>(() => MannWhitneyTest.Of([], [1]));
        Assert.Throws<ArgumentException>(() => MannWhitneyTest.Of([1], [double.NaN]));
    }
}
