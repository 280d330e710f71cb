namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>What each configuration weighs in a mixture, and how wide it spreads.</summary>
public sealed class MixtureWeightTests
{
    [Theory]
    [InlineData(30, 0, 0.03333333333333333)]
    [InlineData(30, 2, 0.5166666666666667)]
    [InlineData(30, 4, 1)]
    [InlineData(30, 29, 1)]
    [InlineData(26, 0, 0.038461538461538464)]
    [InlineData(25, 0, 1)]
    public void Older_configurations_weigh_less(int count, int position, double weight) =>
        Assert.Equal(weight, new RecencyWeights(count).At(position), 1e-15);

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(2, 0, 1.3333333333333333)]
    [InlineData(2, 1, 0.6666666666666666)]
    [InlineData(4, 0, 1.92)]
    [InlineData(4, 3, 0.48)]
    public void Good_configurations_weigh_one_over_their_rank(
        int count, int position, double weight) =>
        Assert.Equal(weight, new RankWeights(count).At(position), 1e-15);

    // Python: min(max((n / (1 + 0.02 * d * p)) ** -min(1, 0.7 + 0.6 / d), 0.01), 0.3)
    [Theory]
    [InlineData(1, 0, 2, 0.3)]
    [InlineData(20, 0, 2, 0.05)]
    [InlineData(20, 0, 10, 0.10261650128895843)]
    [InlineData(20, 10, 10, 0.23649902622197677)]
    [InlineData(1000, 0, 2, 0.01)]
    public void Kernels_narrow_with_what_is_known(
        int observed, int pending, int axes, double least) =>
        Assert.Equal(least, LeastWidth.Of(observed, pending, axes), 1e-14);
}
