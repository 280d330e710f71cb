using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Samplers.CmaEs;

public sealed class MarginTests
{
    // The correction that cmaes 0.13.1 (CMAwM) makes for five values with limits 0.2 apart.
    [Theory]
    [InlineData(0.5, 0.1, 1, 1, 0.05, 0.5, 1)]
    [InlineData(0.5, 0.01, 1, 1, 0.05, 0.5, 5.10213456924654)]
    [InlineData(0.43, 0.01, 2, 1.5, 0.05, 0.48415821455498553, 4.179286592970195)]
    [InlineData(0.05, 0.01, 1, 1, 0.05, 0.1835514637304853, 1)]
    [InlineData(0.97, 0.05, 0.5, 1, 0.02, 0.8726109890781123, 1)]
    [InlineData(0.15, 0.2, 1, 1, 0.05, 0.15, 1)]
    public void A_discrete_coordinate_is_corrected_as_in_the_reference(
        double mean,
        double sigma,
        double variance,
        double stretch,
        double margin,
        double expectedMean,
        double expectedStretch)
    {
        CellLimits cells = CellLimits.Of(new IntegerParameter("n", 0, 4))!;

        IntegerMargin.Apply(cells, margin, sigma * Math.Sqrt(variance), ref mean, ref stretch);

        Assert.Equal(expectedMean, mean, 1e-12);
        Assert.Equal(expectedStretch, stretch, 1e-10);
    }

    [Theory]
    [InlineData(0.03)]
    [InlineData(0.31)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public void Both_neighbours_keep_their_share_however_narrow_the_distribution(double mean)
    {
        const double Margin = 0.04;
        CellLimits cells = CellLimits.Of(new IntegerParameter("n", 1, 9))!;
        double stretch = 1;

        IntegerMargin.Apply(cells, Margin, 1e-5, ref mean, ref stretch);

        (double lower, double upper) = cells.Around(mean);
        double below = PortableMath.NormalCdf((lower - mean) / (1e-5 * stretch));
        double above = PortableMath.NormalCdf((mean - upper) / (1e-5 * stretch));
        Assert.True(Math.Min(below, above) >= Margin / 2 - 1e-9);
        Assert.True(below + above >= Margin - 1e-9);
    }

    [Theory]
    [InlineData(Scale.Linear)]
    [InlineData(Scale.Log)]
    [InlineData(Scale.ReverseLog)]
    public void Limits_lie_where_decoding_goes_to_the_next_value(Scale scale)
    {
        var parameter = new IntegerParameter("n", 1, 7) { Scale = scale };
        CellLimits cells = CellLimits.Of(parameter)!;

        for (long n = 1; n <= 7; n++)
        {
            (double lower, double upper) = cells.Around(parameter.Encode(ParameterValue.Of(n)));
            Assert.Equal(n == 1, lower.Equals(upper) && n < 4);
            if (n < 7)
            {
                Assert.Equal(n, parameter.Decode(upper - 1e-9).AsInt64());
                Assert.Equal(n + 1, parameter.Decode(upper + 1e-9).AsInt64());
            }

            if (n > 1)
                Assert.Equal(n - 1, parameter.Decode(lower - 1e-9).AsInt64());
        }
    }

    [Fact]
    public void A_continuum_has_no_limits() =>
        Assert.Null(CellLimits.Of(new FloatParameter("x", 0, 1)));

    // Natural gradient steps of CatCMAwM in cmaes 0.13.1 with six solutions, its step set from
    // the present Delta before each, as in algorithm 1 of the ICML paper.
    private static readonly int[][] Picks =
        [[0, 1], [2, 1], [0, 0], [1, 0], [1, 1], [2, 0]];

    private static readonly double[][] First =
    [
        [0.6373188757235576, 0.07279981273412345, 0.28988131154231883],
        [0.32732156923525857, 0.07771001229962997, 0.5949684184651114],
        [0.42547301832032247, 0.16810571388882345, 0.4064212677908541],
    ];

    private static readonly double[] Second =
        [0.1545421134245522, 0.33769856829186917, 0.5227426254506155];

    private static readonly double[] Caution =
        [1.1712507469552849, 1.6965442338457972, 2.1292390240875627];

    private static readonly double[] Weight =
        [0.8213672050459183, 0.9540708105666323, 0.9800120099250038];

    [Fact]
    public void Choices_follow_the_natural_gradient_as_in_the_reference()
    {
        var space = new CmaSpace(new SearchSpace(
        [
            new CategoricalParameter("a", "0", "1", "2"),
            new CategoricalParameter("b", "0", "1"),
        ]));
        var search = new CategoricalSearch(space);
        var weights = new CmaWeights(2, 6, false);

        for (int step = 0; step < 3; step++)
        {
            RankedSolution[] ranked = [.. Picks.Skip(step).Concat(Picks.Take(step)).Select(
                pick => new RankedSolution(new Solution(step, [], pick), space.Decode([], pick)))];

            search.Update(weights, ranked);

            Assert.All(
                First[step].Zip(search.Probabilities[0]),
                pair => Assert.Equal(pair.First, pair.Second, 1e-7));
            Assert.Equal(Second[step], search.Probabilities[1][0], 1e-7);
            Assert.Equal(Caution[step], search.Caution, 1e-7);
            Assert.Equal(Weight[step], search.SignalWeight, 1e-7);
        }
    }

    [Fact]
    public void Every_choice_keeps_its_margin_whatever_wins()
    {
        var space = new CmaSpace(new SearchSpace(
            [new CategoricalParameter("a", "0", "1", "2", "3"), new BooleanParameter("b")]));
        var search = new CategoricalSearch(space);
        var weights = new CmaWeights(2, 6, false);
        RankedSolution[] ranked = [.. Enumerable.Repeat(
            new RankedSolution(new Solution(0, [], [2, 1]), space.Decode([], [2, 1])), 6)];

        for (int step = 0; step < 50; step++)
            search.Update(weights, ranked);

        double share = 1 - Math.Sqrt(0.73);
        Assert.Equal(share / 3, search.Margin(0), 1e-15);
        Assert.All(
            search.Probabilities[0], p => Assert.True(p >= search.Margin(0) * (1 - 1e-12)));
        Assert.Equal(1 - share, search.Probabilities[0][2], 1e-12);
        Assert.Equal(share, search.Probabilities[1].Min(), 1e-12);
        Assert.Equal(1, search.Probabilities[0].Sum(), 1e-12);
    }

    [Fact]
    public void Weights_of_choices_are_where_their_probabilities_begin()
    {
        var space = new CmaSpace(new SearchSpace([new CategoricalParameter(
            "a", [ParameterValue.Of("x"), ParameterValue.Of("y")], [1, 3])]));

        double[] probabilities = new CategoricalSearch(space).Probabilities[0];

        // The margin of a single choice of two, 0.27, lifts the rarer one.
        Assert.Equal(0.27, probabilities[0], 1e-12);
        Assert.Equal(0.73, probabilities[1], 1e-12);
    }
}
