namespace ActorTune.Analysis.Statistics;

public sealed class IntervalTests
{
    // Medians and ordered values of all differences, made by numpy.
    [Theory]
    [InlineData(60, 40, null, -0.040811613574624095, -0.24583558123558757, 0.13870067391544583)]
    [InlineData(300, 200, 16.0, -0.0625, -0.125, 0.0)]
    public void The_shift_is_the_median_of_all_differences(
        int left, int right, double? parts, double estimate, double low, double high)
    {
        Interval shift = HodgesLehmannShift.Of(
            FixedNumbers.List(left, 1, 0, parts), FixedNumbers.List(right, 2, 0.1, parts));

        Assert.Equal(new Interval(estimate, low, high, 0.95), shift);
    }

    [Fact]
    public void The_shift_of_one_value_each_is_their_difference() =>
        Assert.Equal(new Interval(-2, -2, -2, 0.9), HodgesLehmannShift.Of([1], [3], 0.9));

    [Fact]
    public void Every_difference_is_found_in_order()
    {
        double[] left = [-3, 0, 0.25, 7], right = [-1e300, -0.5, 0, 0, 2];
        var differences = new PairwiseDifferences(left, right);
        double[] all = [.. left.SelectMany(one => right.Select(other => one - other)).Order()];

        Assert.Equal(all, Enumerable.Range(0, 20).Select(place => differences.Select(place)));
    }

    [Fact]
    public void A_bootstrap_depends_on_its_seed_alone()
    {
        double[] values = FixedNumbers.List(50, 8);
        Interval one = Bootstrap.OfMean(values, 1);

        Assert.Equal(one, Bootstrap.OfMean(values, 1));
        Assert.NotEqual(one, Bootstrap.OfMean(values, 2));
        Assert.InRange(one.Estimate, one.Low, one.High);
    }

    // The deviation of the mean of 400 sums of two uniform numbers is sqrt(1 / 6 / 400) = 0.0204.
    [Fact]
    public void A_bootstrap_interval_has_the_width_of_the_normal_one()
    {
        Interval mean = Bootstrap.OfMean(FixedNumbers.List(400, 8), 1);

        Assert.Equal(2 * 1.96 * 0.0204, mean.High - mean.Low, 0.008);
    }

    [Fact]
    public void A_bootstrap_of_one_value_is_that_value() =>
        Assert.Equal(new Interval(5, 5, 5, 0.95), Bootstrap.OfMean([5], 1));

    // The example of R's p.adjust: p = 0.01, 0.02, 0.03, 0.04 become 0.04, 0.06, 0.06, 0.06.
    [Fact]
    public void Holm_raises_the_smallest_most_and_keeps_the_order() =>
        Assert.Equal(
            [0.06, 0.04, 0.06, 0.06],
            HolmCorrection.Of([0.03, 0.01, 0.02, 0.04]).Select(p => Math.Round(p, 12)));

    [Fact]
    public void Holm_goes_no_higher_than_one() =>
        Assert.Equal([1, 1], HolmCorrection.Of([0.9, 0.7]));
}
