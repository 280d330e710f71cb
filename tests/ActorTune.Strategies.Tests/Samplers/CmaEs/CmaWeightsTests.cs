namespace ActorTune.Strategies.Samplers.CmaEs;

public sealed class CmaWeightsTests
{
    // Table 1 of arXiv:1604.00772 in double precision, as cmaes 0.13.1 has it.
    [Theory]
    [InlineData(3, 7, 2.2548150822016044, 0.09640963257927214, 0.05124308701358615,
        0.4149090010980616, 1.4149090010980616, 0.5588013228860189, 1.5968775302586076)]
    [InlineData(10, 10, 3.1672992814107026, 0.015283824524751714, 0.02015428276120838,
        0.2844285879463675, 1.2844285879463675, 0.29499038303562225, 3.0847265651690123)]
    [InlineData(6, 20, 5.938804235601241, 0.033767354006411635, 0.11745091571854316,
        0.46867559983459806, 1.4686755998345982, 0.4165247685946051, 2.3506677359645445)]
    [InlineData(40, 15, 4.540915209075957, 0.0011694327252618397, 0.0031225007109974066,
        0.1320305687020827, 1.1320305687020826, 0.09300921663424917, 6.28521508039776)]
    public void Rates_are_those_of_the_tutorial(
        int dimension,
        int population,
        double effective,
        double rankOne,
        double rankMu,
        double path,
        double damping,
        double rankOnePath,
        double norm)
    {
        var weights = new CmaWeights(dimension, population, false);

        Assert.Equal(effective, weights.Effective, 1e-13);
        Assert.Equal(rankOne, weights.RankOneRate, 1e-15);
        Assert.Equal(rankMu, weights.RankMuRate, 1e-15);
        Assert.Equal(path, weights.PathRate, 1e-15);
        Assert.Equal(damping, weights.Damping, 1e-14);
        Assert.Equal(rankOnePath, weights.RankOnePathRate, 1e-15);
        Assert.Equal(norm, weights.ExpectedNorm, 1e-14);
    }

    [Fact]
    public void Weights_of_seven_solutions_are_those_of_the_tutorial()
    {
        double[] expected =
        [
            0.585645106509765, 0.2928225532548825, 0.12153234023535245, 0,
            -0.4241269418431741, -0.7706638857059224, -1.0636566969842556,
        ];

        double[] weights = new CmaWeights(3, 7, false).Weights;

        Assert.All(expected.Zip(weights), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 6)]
    [InlineData(6, 9)]
    [InlineData(10, 10)]
    [InlineData(40, 15)]
    public void The_population_grows_with_the_logarithm_of_the_dimension(
        int dimension, int population) =>
        Assert.Equal(population, CmaWeights.DefaultPopulation(dimension));

    [Fact]
    public void A_diagonal_is_learnt_faster()
    {
        var full = new CmaWeights(10, 10, false);
        var diagonal = new CmaWeights(10, 10, true);

        Assert.Equal(4 * full.RankMuRate, diagonal.RankMuRate, 1e-15);
        Assert.Equal(4 * full.RankOneRate, diagonal.RankOneRate, 1e-15);
    }

    [Theory]
    [InlineData(2, 4, true)]
    [InlineData(3, 1000, true)]
    [InlineData(1, 4, false)]
    [InlineData(200, 5000, true)]
    public void Rates_never_forget_more_than_everything(
        int dimension, int population, bool diagonal)
    {
        var weights = new CmaWeights(dimension, population, diagonal);

        Assert.InRange(weights.RankOneRate + weights.RankMuRate, 0, 1);
        Assert.All(weights.Weights, weight => Assert.True(double.IsFinite(weight)));
    }
}
