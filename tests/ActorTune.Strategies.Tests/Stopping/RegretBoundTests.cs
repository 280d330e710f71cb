using ActorTune.Strategies.Samplers.GaussianProcess;

namespace ActorTune.Strategies.Stopping;

/// <summary>The numbers of the regret bound against ones computed by other means.</summary>
public sealed class RegretBoundTests
{
    [Theory]
    [InlineData(1, 5, 2.4076644881331966)]
    [InlineData(3, 20, 3.956144892496353)]
    public void Beta_is_that_of_the_paper(int dimensions, int count, double beta) =>
        Assert.Equal(beta, RegretEstimator.Beta(dimensions, count), 12);

    [Fact]
    public void The_error_of_five_folds() =>
        Assert.Equal(0.0474341649025257, FoldError.Of([0.8, 0.9, 0.7, 0.85, 0.75])!.Value, 14);

    [Fact]
    public void One_fold_has_no_error() => Assert.Null(FoldError.Of([0.8]));

    // Eight places, five of them tried: every other place is among the 2,048 spread ones.
    [Fact]
    public void The_bound_over_eight_places()
    {
        var space = new SearchSpace([new IntegerParameter("n", 1, 8)]);
        var estimator = new RegretEstimator(Specifications.Of("run-to-completion", space: space));
        BestHalf half = BestHalf.Of([2.0, 0.5, 0.4, 1.5, 3.0])!;
        ModelPoint[] points = [.. new long[] { 1, 3, 4, 6, 8 }.Select(n => estimator.PointOf(
            new Configuration([KeyValuePair.Create("n", ParameterValue.Of(n))])))];
        double[] logs = [1.3862943611198906, 0, -4.605170185988091];
        Assert.Equal(0.2562523753036254, estimator.Bound(half, points, logs, 5), 10);
    }

    [Fact]
    public void Where_there_is_one_configuration_there_is_no_regret()
    {
        var space = new SearchSpace([new IntegerParameter("n", 4, 4)]);
        var estimator = new RegretEstimator(Specifications.Of("run-to-completion", space: space));
        BestHalf half = BestHalf.Of([1, 2])!;
        Assert.Equal(0, estimator.Bound(half, [], estimator.Fit(half, []), 2));
    }

    [Fact]
    public void The_half_is_at_least_twenty_trials_with_the_ties_of_the_last()
    {
        Assert.Equal(20, Half(Enumerable.Range(0, 30)).Trials.Count);
        Assert.Equal(25, Half(Enumerable.Range(0, 50)).Trials.Count);
        Assert.Equal(26, Half(Enumerable.Range(0, 50).Select(i => i / 2)).Trials.Count);
        Assert.Equal([48, 49], Half(Enumerable.Range(0, 50).Reverse()).Trials.TakeLast(2));
    }

    [Fact]
    public void Equal_halves_take_the_others_in_and_equal_trials_say_nothing()
    {
        Assert.Equal(50, Half(Enumerable.Range(0, 50).Select(i => i < 40 ? 0 : 1)).Trials.Count);
        Assert.Null(BestHalf.Of([3, 3, 3]));
    }

    [Fact]
    public void A_half_has_mean_zero_and_deviation_one()
    {
        BestHalf half = BestHalf.Of([1, 3])!;
        Assert.Equal([-1.0, 1.0], half.Outputs);
        Assert.Equal(1, half.Deviation);
    }

    [Theory]
    [InlineData(20, 20)]
    [InlineData(21, 20)]
    [InlineData(22, 22)]
    [InlineData(24, 22)]
    [InlineData(25, 25)]
    [InlineData(28, 28)]
    [InlineData(100, 97)]
    [InlineData(200, 192)]
    public void A_fit_is_made_again_after_a_tenth_more_trials(int count, int fitted) =>
        Assert.Equal(fitted, RegretBoundRule.LastFit(20, count));

    private static BestHalf Half(IEnumerable<int> losses) =>
        BestHalf.Of([.. losses.Select(loss => (double)loss)])!;
}
