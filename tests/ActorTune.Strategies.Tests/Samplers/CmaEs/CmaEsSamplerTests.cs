namespace ActorTune.Strategies.Samplers.CmaEs;

public sealed class CmaEsSamplerTests
{
    private static readonly SearchSpace Plane = Floats(2);

    private static readonly SearchSpace Mixed = new(
    [
        new CategoricalParameter("kind", "a", "b", "c"),
        new FloatParameter("x", 1e-4, 1) { Scale = Scale.Log },
        new IntegerParameter("n", 1, 64) { Scale = Scale.Log },
        new FloatParameter("only", 0, 1)
        {
            When = [Condition.OneOf("kind", ParameterValue.Of("b"))],
        },
        new OrdinalParameter(
            "size", ParameterValue.Of(16), ParameterValue.Of(32), ParameterValue.Of(64)),
    ]);

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
    public void Reloaded_before_every_trial_it_goes_on_alike()
    {
        var kept = new SamplerDriver("cma-es population=5", Mixed);
        var reloaded = new SamplerDriver("cma-es population=5", Mixed);

        kept.Run(40, Tree);
        reloaded.Run(40, Tree, reloads: true);

        Assert.Equal(kept.Started, reloaded.Started);
        Assert.Equal(kept.Save(), reloaded.Save());
    }

    [Fact]
    public void It_never_waits_and_takes_the_first_results_whatever_their_order()
    {
        var forward = new SamplerDriver("cma-es population=4", Plane);
        var backward = new SamplerDriver("cma-es population=4", Plane);
        for (int i = 0; i < 16; i++)
        {
            forward.Start();
            backward.Start();
        }

        for (int i = 0; i < 4; i++)
        {
            forward.End(i, Sphere(forward.Started[i]));
            backward.End(3 - i, Sphere(backward.Started[3 - i]));
        }

        Assert.Equal(16, forward.Started.Distinct().Count());
        Assert.Equal(forward.Ask(), backward.Ask());
        Assert.Equal(forward.Save(), backward.Save());
    }

    [Fact]
    public void Results_of_earlier_generations_move_later_ones()
    {
        var late = new SamplerDriver("cma-es population=4", Plane);
        for (int i = 0; i < 12; i++)
            late.Start();
        for (int i = 0; i < 8; i++)
            late.End(i, Sphere(late.Started[i]));
        Configuration afterTwo = late.Ask();

        for (int i = 8; i < 12; i++)
            late.End(i, Sphere(late.Started[i]));

        Assert.NotEqual(afterTwo, late.Ask());
    }

    [Fact]
    public void A_generation_ends_with_its_last_result_and_not_before()
    {
        var driver = new SamplerDriver("cma-es population=4", Plane);
        Configuration before = driver.Ask(9);
        driver.Run(3, Sphere);
        Assert.Equal(before, driver.Ask(9));

        driver.Run(1, Sphere);

        Assert.NotEqual(before, driver.Ask(9));
    }

    [Fact]
    public void Failed_trials_are_worst_and_cancelled_ones_do_not_count()
    {
        var failed = new SamplerDriver("cma-es population=4", Plane);
        var worst = new SamplerDriver("cma-es population=4", Plane);
        foreach (SamplerDriver driver in new[] { failed, worst })
        {
            for (int i = 0; i < 5; i++)
                driver.Start();
            driver.Tell(TrialChangeKind.Cancelled, 1, 0);
            driver.End(0, 1);
            driver.End(2, 2);
            driver.End(3, 3);
        }

        failed.Tell(TrialChangeKind.Failed, 4, 0);
        worst.End(4, 1e9);

        Assert.Equal(worst.Ask(), failed.Ask());
    }

    [Fact]
    public void A_generation_of_failures_only_is_survived()
    {
        var driver = new SamplerDriver("cma-es population=4", Mixed);
        for (int i = 0; i < 40; i++)
            driver.Tell(TrialChangeKind.Failed, driver.Start(), 0);

        Assert.Empty(Mixed.Check(driver.Ask()));
    }

    [Fact]
    public void A_better_rung_after_its_generation_changes_nothing()
    {
        var driver = new SamplerDriver("cma-es population=4", Plane);
        for (int i = 0; i < 4; i++)
            driver.Tell(TrialChangeKind.Measured, driver.Start(), i);
        Configuration next = driver.Ask();

        driver.Tell(TrialChangeKind.Completed, 2, -5);

        Assert.Equal(next, driver.Ask());
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

    private static SearchSpace Floats(int count) => new(
        [.. Enumerable.Range(0, count).Select(i => new FloatParameter($"x{i}", 0, 1))]);

    private static double Sphere(Configuration c) =>
        c.Values.Sum(value => Square(value.AsDouble() - 0.3));

    private static double Ridge(Configuration c)
    {
        double[] x = [.. c.Values.Select(value => value.AsDouble() - 0.4)];
        double sum = x.Sum();
        return 1e4 * Square(sum) + Square(x[0] - x[1]) + Square(x[0] - x[2]);
    }

    private static double Tree(Configuration c) =>
        Square(Math.Log10(c["x"].AsDouble()) + 2) + Square(Math.Log2(c["n"].AsInt64()) - 3) / 4
        + (c.Contains("only") ? Square(c["only"].AsDouble() - 0.8) : 0.5)
        + (c["size"].AsInt64() == 32 ? 0 : 0.3);

    private static double Distance(Configuration c, double x, double y) => Math.Sqrt(
        Square(c["x0"].AsDouble() - x) + Square(c["x1"].AsDouble() - y));

    private static double Square(double x) => x * x;
}
