using static ActorTune.Strategies.Samplers.CmaEs.CmaFunctions;

namespace ActorTune.Strategies.Samplers.CmaEs;

public sealed class CmaEsSamplerTests
{
    [Theory]
    [InlineData("cma-es restarts=none", 500)]
    [InlineData("cma-es separable=true", 500)]
    [InlineData("cma-es separable=false", 500)]
    [InlineData("cma-es learning-rate-adaptation=true", 2000)]
    public void It_converges_on_a_sphere(string options, int trials)
    {
        double best = new SamplerDriver(options, Floats(4)).Run(trials, Sphere);

        Assert.True(best < 1e-5, $"{best}");
    }

    [Fact]
    public void It_learns_correlations_once_there_are_results_enough() =>
        Assert.True(new SamplerDriver("cma-es", Floats(3)).Run(900, Ridge)
            < new SamplerDriver("cma-es separable=true", Floats(3)).Run(900, Ridge));

    [Fact]
    public void It_beats_random_search_on_a_conditional_space_with_choices()
    {
        double[] Bests(string sampler) => [.. Enumerable.Range(0, 5).Select(
            seed => new SamplerDriver(sampler, Mixed, (ulong)seed).Run(100, Tree)).Order()];

        Assert.True(Bests("cma-es")[2] < 0.5 * Bests("random")[2]);
    }

    [Fact]
    public void Results_known_before_the_first_draw_set_the_first_distribution()
    {
        var warm = new SamplerDriver("cma-es", Plane);
        var cold = new SamplerDriver("cma-es warm-start=false", Plane);
        foreach (SamplerDriver driver in new[] { warm, cold })
        {
            for (int i = 0; i < 30; i++)
                driver.End(driver.Start(Plane.Decode([i / 30.0, i % 5 / 5.0])), i + i % 5);
        }

        double near = Enumerable.Range(30, 40).Average(n => Distance(warm.Ask(n), 0.05, 0.05));
        double far = Enumerable.Range(30, 40).Average(n => Distance(cold.Ask(n), 0.05, 0.05));

        Assert.True(near < 0.6 * far, $"{near} {far}");
    }

    [Fact]
    public void Every_value_of_an_integer_stays_within_reach()
    {
        var space = new SearchSpace(
            [new FloatParameter("x", 0, 1), new IntegerParameter("n", 0, 9)]);
        var driver = new SamplerDriver("cma-es restarts=none", space);
        driver.Run(300, c => Square(c["x"].AsDouble() - 0.3) + Square(c["n"].AsInt64() - 2));

        long[] drawn = [.. Enumerable.Range(300, 400).Select(n => driver.Ask(n)["n"].AsInt64())];

        Assert.Contains(1, drawn);
        Assert.Contains(3, drawn);
        Assert.True(drawn.Count(n => n == 2) > 200);
    }

    [Fact]
    public void A_converged_start_is_followed_by_one_with_twice_the_population()
    {
        var driver = new SamplerDriver("cma-es population=6", Plane);
        driver.Run(1500, Sphere);

        using JsonDocument saved = JsonDocument.Parse(driver.Save());
        JsonElement restarts = saved.RootElement.GetProperty("restarts");

        Assert.True(restarts[0].GetInt32() >= 1);
        Assert.Equal(6 << restarts[0].GetInt32(), restarts[1].GetInt32());
    }

    [Fact]
    public void Restarts_of_two_kinds_share_the_trials()
    {
        var plan = new RestartPlan(RestartKind.Bipop, 10, 0.2, 3);
        var populations = new List<int>();
        for (int start = 0; start < 8; start++)
        {
            for (int generation = 0; generation < 10; generation++)
                plan.Spend();
            Assert.NotNull(plan.Next());
            populations.Add(plan.Population);
        }

        Assert.Equal(20, populations[0]);
        Assert.Contains(40, populations);
        Assert.Contains(populations, population => population < 20);
        Assert.Null(new RestartPlan(RestartKind.None, 10, 0.2, 3).Next());
    }

    [Fact]
    public void Constraints_of_the_space_are_kept()
    {
        var space = new SearchSpace(
            [new FloatParameter("low", 0, 1), new FloatParameter("high", 0, 1)],
            inequalities: [new Inequality("low", "high")]);
        var driver = new SamplerDriver("cma-es", space);

        driver.Run(100, c => c["high"].AsDouble() - c["low"].AsDouble());

        Assert.All(driver.Started, configuration => Assert.True(space.Allows(configuration)));
    }

    private static double Ridge(Configuration c)
    {
        double[] x = [.. c.Values.Select(value => value.AsDouble() - 0.4)];
        double sum = x.Sum();
        return 1e4 * Square(sum) + Square(x[0] - x[1]) + Square(x[0] - x[2]);
    }

    private static double Distance(Configuration c, double x, double y) => Math.Sqrt(
        Square(c["x0"].AsDouble() - x) + Square(c["x1"].AsDouble() - y));
}
