using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Tpe;

public sealed class TpeSamplerTests
{
    private static readonly SearchSpace Plain = new(
        [new FloatParameter("x", 0, 1), new FloatParameter("y", 0, 1)]);

    private static readonly SearchSpace Tree = new(
    [
        new FloatParameter("rate", 1e-4, 1) { Scale = Scale.Log },
        new CategoricalParameter("model", "net", "tree"),
        new IntegerParameter("layers", 1, 3) { When = [Model("net")] },
        new IntegerParameter("units", 8, 512) { Scale = Scale.Log, When = [Model("net")] },
        new IntegerParameter("depth", 2, 32) { When = [Model("tree")] },
    ]);

    [Theory]
    [InlineData("tpe startup-trials=4", 4)]
    [InlineData("tpe", 10)]
    public void Until_enough_trials_are_observed_it_draws_as_random_does(string tpe, int startup)
    {
        SamplerTrials trials = On(Tree, tpe);
        SamplerTrials random = On(Tree, "random");
        for (int trial = 0; trial < 30; trial++)
            trials.Start(trial, trials.Suggest(trial));
        for (int trial = 0; trial < startup; trial++)
        {
            Assert.Equal(random.Suggest(40), trials.Suggest(40));
            trials.Measure(trial, trial);
        }

        Assert.NotEqual(random.Suggest(40), trials.Suggest(40));
    }

    [Fact]
    public void Sixty_four_trials_asked_about_at_once_all_differ()
    {
        SamplerTrials trials = On(Plain, "tpe");

        Assert.Equal(
            64, Enumerable.Range(0, 64).Select(trials.Suggest).Distinct().Count());
    }

    [Fact]
    public void Trials_that_all_failed_leave_it_at_random()
    {
        SamplerTrials trials = On(Plain, "tpe startup-trials=2");
        for (int trial = 0; trial < 5; trial++)
        {
            trials.Start(trial, trials.Suggest(trial));
            trials.End(trial, TrialChangeKind.Failed);
        }

        Assert.Equal(On(Plain, "random").Suggest(5), trials.Suggest(5));
    }

    [Theory]
    [InlineData("tpe startup-trials=5")]
    [InlineData("tpe startup-trials=5 multivariate=false")]
    [InlineData("tpe startup-trials=5 grouped=false bandwidth=scott")]
    [InlineData("tpe startup-trials=5 constant-liar=false candidates=3")]
    public void Reloaded_it_gives_the_same_bits_as_the_one_that_went_along(string tpe)
    {
        SamplerTrials along = On(Tree, tpe);
        SamplerTrials reloaded = On(Tree, tpe);
        for (int trial = 0; trial < 150; trial++)
        {
            Configuration configuration = along.Suggest(trial);
            if (trial % 7 == 3)
                reloaded.Reload();
            Assert.Equal(configuration, reloaded.Suggest(trial));
            Pass(along, trial, configuration);
            Pass(reloaded, trial, configuration);
        }
    }

    [Fact]
    public void Trials_may_start_in_any_order()
    {
        SamplerTrials forward = On(Plain, "tpe startup-trials=3");
        SamplerTrials backward = On(Plain, "tpe startup-trials=3");
        for (int i = 0; i < 20; i++)
        {
            Tell(forward, i);
            Tell(backward, 19 - i);
            backward.Suggest(50);
        }

        Assert.Equal(forward.Suggest(50), backward.Suggest(50));

        static void Tell(SamplerTrials trials, int trial)
        {
            trials.Start(trial, At(trial * 0.05, 0.3));
            trials.Measure(trial, trial % 6);
        }
    }

    [Fact]
    public void A_promoted_running_trial_is_not_a_bad_one()
    {
        SamplerTrials paused = On(Plain, "tpe startup-trials=2");
        SamplerTrials promoted = On(Plain, "tpe startup-trials=2");
        for (int trial = 0; trial < 12; trial++)
        {
            foreach (SamplerTrials trials in new[] { paused, promoted })
            {
                trials.Start(trial, At(trial / 12.0, trial / 24.0));
                trials.Measure(trial, trial);
                trials.End(trial, TrialChangeKind.Paused, trial);
            }
        }

        promoted.End(0, TrialChangeKind.Promoted, 0, 3);
        Assert.Equal(paused.Suggest(12), promoted.Suggest(12));
        Assert.Equal(paused.Suggest(13), promoted.Suggest(13));
    }

    [Fact]
    public void The_higher_rung_is_good_before_the_better_value()
    {
        TrialHistory history = Histories.Of(
            Plain,
            [(0, 5.0, 3L), (1, 1.0, 1L), (2, 7.0, 3L), (3, 0.5, 1L), (4, 2.0, 1L)]);

        Assert.Equal([0], Good(history, new TpeOptions { MostGood = 1 }));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    [InlineData(250, 25)]
    [InlineData(1000, 25)]
    public void A_tenth_is_good_but_no_more_than_25(int observed, int good) =>
        Assert.Equal(good, new TpeOptions().GoodCount(observed));

    [Fact]
    public void Trials_under_way_push_the_next_ones_away()
    {
        SamplerTrials liar = On(Plain, "tpe");
        SamplerTrials naive = On(Plain, "tpe constant-liar=false");
        foreach (SamplerTrials trials in new[] { liar, naive })
            trials.Minimise(30, Bowl);
        Assert.True(Spread(liar) > Spread(naive));

        static double Spread(SamplerTrials trials)
        {
            Configuration[] all = [.. Enumerable.Range(30, 20).Select(trial =>
            {
                Configuration configuration = trials.Suggest(trial);
                trials.Start(trial, configuration);
                return configuration;
            })];
            double mean = all.Average(configuration => configuration["x"].AsDouble());
            return all.Sum(configuration => Math.Abs(configuration["x"].AsDouble() - mean));
        }
    }

    [Theory]
    [InlineData("tpe")]
    [InlineData("tpe multivariate=false")]
    [InlineData("tpe bandwidth=scott")]
    public void It_beats_random(string tpe)
    {
        double[] best = Best(tpe);
        double[] random = Best("random");

        Assert.True(
            best.Zip(random).Count(pair => pair.First < pair.Second) >= 8,
            string.Join(' ', best.Zip(random)));

        static double[] Best(string sampler) => [.. Enumerable.Range(0, 10).Select(seed =>
            On(Plain, sampler, (ulong)seed).Minimise(60, Bowl))];
    }

    [Fact]
    public void Constraints_are_kept()
    {
        var space = new SearchSpace(
            [new FloatParameter("x", 0, 1), new FloatParameter("y", 0, 1)],
            inequalities: [new Inequality("x", "y")]);
        SamplerTrials trials = On(space, "tpe");

        double best = trials.Minimise(60, configuration =>
        {
            Assert.True(space.Allows(configuration));
            return configuration["y"].AsDouble() - configuration["x"].AsDouble();
        });

        Assert.InRange(best, 0, 0.01);
    }

    [Fact]
    public void Check_GroupsWithoutOneDensity_IsRefused()
    {
        Problem problem = Assert.Single(StandardStrategies.Instance.Check(Specifications.Of(
            "run-to-completion", sampler: "tpe multivariate=false grouped=true")));

        Assert.Equal("sampler.tpe.grouped", problem.Path);
    }

    private static double Bowl(Configuration configuration)
    {
        double x = configuration["x"].AsDouble() - 0.7;
        double y = configuration["y"].AsDouble() - 0.2;
        return x * x + y * y;
    }

    private static Configuration At(double x, double y) => new(
        [KeyValuePair.Create("x", ParameterValue.Of(x)),
            KeyValuePair.Create("y", ParameterValue.Of(y))]);

    private static Condition Model(string model) =>
        Condition.OneOf("model", ParameterValue.Of(model));

    private static int[] Good(TrialHistory history, TpeOptions options) =>
        [.. GoodTrials.Of(history, options).Select(trial => trial.Number)];

    private static void Pass(SamplerTrials trials, int trial, Configuration configuration)
    {
        trials.Start(trial, configuration);
        if (trial % 5 == 4)
            trials.End(trial, TrialChangeKind.Failed);
        else if (trial % 11 == 6)
            trials.End(trial, TrialChangeKind.Cancelled);
        else if (trial % 9 != 8)
            trials.Measure(trial, trial * 37 % 41);
        if (trial % 3 == 0 && trial > 20)
            trials.Measure(trial - 9, trial * 23 % 43, 3);
    }

    private static SamplerTrials On(SearchSpace space, string sampler, ulong seed = 7) => new(
        Specifications.Of("run-to-completion", sampler: sampler, space: space) with
        {
            Seed = seed,
        });
}
