using ActorTune.Randomness;

namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>
/// Three generations of seven given solutions in three dimensions, against the numbers that the
/// package cmaes 0.13.1 (Nomura and Shibata, arXiv:2402.01373) has after each.
/// </summary>
public sealed class GaussianSearchTests
{
    private static readonly CmaSpace Cube = new(Floats(3));

    private static readonly double[][] Means =
    [
        [0.6358205528279535, 0.3350765079603941, 0.7252493530785874],
        [0.6770576662300154, 0.37631362136245594, 0.18084135997088424],
        [0.7182947796320772, 0.41755073476451776, 0.22207847337294612],
    ];

    private static readonly double[] Sigmas =
        [0.1885388282357884, 0.22723750747167576, 0.22166646854637623];

    private static readonly double[][] StepPaths =
    [
        [0.9923748240672516, -1.2050158682882075, 1.6457876402239173],
        [1.2119218872971347, -0.9654626111341363, -2.1046771316034842],
        [0.9747141417978553, -0.23769554292595474, -1.0630241155617774],
    ];

    private static readonly double[][] CovariancePaths =
    [
        [1.0981529939854715, -1.3334596479757332, 1.8212136994455828],
        [0.7792399020131596, -0.2935843788737571, -3.0875596563995114],
        [0.5883421128611488, 0.11501345935808352, -1.1176847369754475],
    ];

    private static readonly double[][] Covariances =
    [
        [
            1.1359240481893351, -0.28176576175333756, 1.0026857684919066,
            0.3377035996069398, -0.4407274614127674, 1.4776281289649804,
        ],
        [
            1.1663154060537755, -0.35373277901362754, 0.8662042329524715,
            -0.012767237435204637, -0.3796483467663563, 2.6780456968040856,
        ],
        [
            1.1099256834648044, -0.4189487240333024, 0.7200623378469719,
            -0.07632648549850182, -0.25518232809284275, 2.600680626668898,
        ],
    ];

    [Fact]
    public void Three_generations_move_the_distribution_as_in_the_reference()
    {
        GaussianSearch search = Search(Cube, false);

        for (int generation = 0; generation < 3; generation++)
        {
            search.Update(Given(Cube, generation), generation);

            Close(Means[generation], search.Mean);
            Assert.Equal(Sigmas[generation], search.Sigma, 1e-12);
            Close(StepPaths[generation], search.StepPath);
            Close(CovariancePaths[generation], search.CovariancePath);
            Close(Covariances[generation], search.Covariance.Elements);
        }
    }

    [Fact]
    public void Adapted_learning_rates_move_it_as_in_the_reference()
    {
        GaussianSearch search = Search(Cube, false);
        search.AdaptRates();

        for (int generation = 0; generation < 3; generation++)
            search.Update(Given(Cube, generation), generation);

        Close([0.7063692408698284, 0.4067392031255145, 0.23346442072885049], search.Mean);
        Assert.Equal(0.2939622984541839, search.Sigma, 1e-12);
        Assert.Equal(0.7633763506572657, search.Rates!.Rates[0], 1e-12);
        Assert.Equal(0.9152490221029983, search.Rates.Rates[1], 1e-12);
        Close(
            [
                1.0049640706361658, -0.36760505843103797, 0.6522279464257492,
                -0.07881122849778081, -0.2175308432399318, 2.0452512731566395,
            ],
            search.Covariance.Elements);
    }

    [Fact]
    public void A_diagonal_takes_from_the_same_steps_what_lies_on_it()
    {
        GaussianSearch search = Search(Cube, true);

        search.Update(Given(Cube, 0), 0);

        Close(Means[0], search.Mean);
        Assert.Equal(Sigmas[0], search.Sigma, 1e-12);
        Assert.Equal(3, search.Covariance.Elements.Length);
        Assert.True(search.Covariance.Variance(2) > search.Covariance.Variance(0));
    }

    [Fact]
    public void A_solution_of_another_generation_is_held_within_a_usual_step()
    {
        GaussianSearch near = Search(Cube, false);
        GaussianSearch far = Search(Cube, false);
        RankedSolution[] ranked = Given(Cube, 0);
        double longest = Math.Sqrt(3) + 6 / 5.0;

        ranked[0] = Solution(Cube, 7, [0.5 + longest / 6, 0.5, 0.5]);
        near.Update(ranked, 0);
        ranked[0] = Solution(Cube, 7, [0.5 + 3, 0.5, 0.5]);
        far.Update(ranked, 0);

        Close(near.Mean, far.Mean);
        Close(near.Covariance.Elements, far.Covariance.Elements);
    }

    [Fact]
    public void An_inactive_coordinate_is_not_moved()
    {
        CmaSpace space = OneConditional();
        var search = new GaussianSearch(space, new CmaWeights(2, 6, false), false, 1.0 / 6, 0.01);
        RankedSolution[] ranked =
        [
            .. Enumerable.Range(0, 6).Select(k => new RankedSolution(
                new Solution(0, [0.1 * k, 0.9], [1]), space.Decode([0.1 * k, 0.9], [1]))),
        ];

        search.Update(ranked, 0);

        Assert.True(search.Mean[0] < 0.5);
        Assert.Equal(0.5, search.Mean[1]);
        Assert.Equal(0, search.StepPath[1]);
        Assert.Equal(0, search.Covariance.Elements[1]);
        Assert.InRange(search.Covariance.Variance(1), 0.8, 1);
    }

    private static CmaSpace OneConditional() => new(new SearchSpace(
    [
        new CategoricalParameter("a", "on", "off"),
        new FloatParameter("x", 0, 1),
        new FloatParameter("y", 0, 1) { When = [Condition.OneOf("a", ParameterValue.Of("on"))] },
    ]));

    [Fact]
    public void Draws_stay_in_the_cube_also_from_outside_it()
    {
        GaussianSearch search = Search(Cube, false);
        search.Mean[1] = 3;
        var place = new double[3];

        search.Draw([0.5, 0.5, 0.5], RandomStream.For(1, StreamName.Sampler, 0, 0), place);

        Assert.All(place, x => Assert.InRange(x, 0, 1));
        Assert.Equal(1, place[1]);
    }

    [Fact]
    public void A_thousand_draws_have_the_mean_and_the_covariance_of_the_distribution()
    {
        GaussianSearch search = Search(Cube, false);
        search.Sigma = 0.02;
        search.Covariance.Load([1, 0.5, 2, 0, 0, 1]);
        double sum = 0, product = 0;
        var (place, numbers) = (new double[3], new double[3]);
        for (int trial = 0; trial < 1000; trial++)
        {
            var chance = RandomStream.For(1, StreamName.Sampler, trial, 0);
            EvenNumbers.Draw(chance, numbers);
            search.Draw(numbers, chance, place);
            sum += (place[1] - 0.5) / 0.02 / 1000;
            product += (place[0] - 0.5) * (place[1] - 0.5) / 0.02 / 0.02 / 1000;
        }

        Assert.Equal(0, sum, 0.15);
        Assert.Equal(0.5, product, 0.15);
    }

    private static GaussianSearch Search(CmaSpace space, bool isSeparable) =>
        new(space, new CmaWeights(3, 7, isSeparable), isSeparable, 1.0 / 6, 0.01);

    private static RankedSolution[] Given(CmaSpace space, int generation) =>
        [.. Enumerable.Range(0, 7).Select(k => Solution(
            space,
            generation,
            [.. Enumerable.Range(0, 3).Select(i =>
                (37 * (k + 1) * (i + 2) + 101 * generation + 11 * i * i) % 97 / 97.0)]))];

    private static RankedSolution Solution(CmaSpace space, int generation, double[] place) =>
        new(new Solution(generation, place, []), space.Decode(place, []));

    private static SearchSpace Floats(int count) => new(
        [.. Enumerable.Range(0, count).Select(i => new FloatParameter($"x{i}", 0, 1))]);

    private static void Close(double[] expected, double[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
}
