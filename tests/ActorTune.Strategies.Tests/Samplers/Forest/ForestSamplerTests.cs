using ActorTune.Strategies.Notation;

namespace ActorTune.Strategies.Samplers.Forest;

public sealed class ForestSamplerTests
{
    private static readonly SearchSpace Tree = new(
    [
        new CategoricalParameter("optimizer", "sgd", "adam", "lion"),
        new FloatParameter("momentum", 0, 1)
        {
            When = [Condition.OneOf("optimizer", ParameterValue.Of("sgd"))],
        },
        new BooleanParameter("nesterov")
        {
            When = [Condition.OneOf("optimizer", ParameterValue.Of("sgd"))],
        },
    ]);

    [Theory]
    // Computed from the formula with another program.
    [InlineData(-1, -0.5, 0.25, 0.012450132977)]
    [InlineData(-2, -2, 1, 0.032266869400)]
    [InlineData(-1, -3, 0.01, 0.317842814085)]
    [InlineData(-1, -3, 0, 0.318092372803)]
    [InlineData(-3, -1, 0, 0)]
    public void The_improvement_is_that_of_a_log_normal_quantity(
        double best, double mean, double variance, double improvement) =>
        Assert.Equal(improvement, LogImprovement.Of(best, mean, variance), 1e-10);

    [Fact]
    public void Losses_are_scaled_with_room_below_the_least() => Assert.Equal(
        [-1.5520058633, -4.2145936904, -2.1777117631, 0],
        LogImprovement.Scale([3, 1, 2, 11]).Select(value => Math.Round(value, 10)));

    [Fact]
    public void Equal_losses_say_nothing() => Assert.Equal([0, 0], LogImprovement.Scale([4, 4]));

    [Fact]
    public void An_inactive_parameter_has_a_value_of_its_own()
    {
        var encoding = new ForestEncoding(Tree);

        Assert.Equal([1, -1, 2], encoding.RowOf(Tree.Decode([0.5, 0.3, 0.3])));
        Assert.Equal([0, 0.3, 1], encoding.RowOf(Tree.Decode([0.1, 0.3, 0.9])));
        Assert.Equal([3, 0, 3], encoding.Features.Select(feature => feature.Choices));
    }

    [Fact]
    public void Until_the_start_is_over_and_now_and_then_it_draws_at_random()
    {
        const string Options = "forest startup-trials=6 challengers=20 random-fraction=";
        var always = new Sampling(Options + "1", Sampling.UnitCube(2));
        var never = new Sampling(Options + "0", Sampling.UnitCube(2));
        always.Run(40, point => [point[0]]);
        never.Run(40, point => [point[0]]);

        Assert.Equal(always.Configurations.Take(6), never.Configurations.Take(6));
        Assert.True(Later(never) < Later(always) - 0.2, $"{Later(never)}, {Later(always)}");

        static double Later(Sampling study) => study.Values.Skip(20).Average(values => values[0]);
    }

    [Fact]
    public void It_finds_the_choice_that_matters_and_tries_nothing_twice()
    {
        var space = new SearchSpace(
        [
            new CategoricalParameter("a", [.. Enumerable.Range(0, 8).Select(i => $"v{i}")]),
            new IntegerParameter("b", 0, 9),
        ]);
        var study = new Sampling("forest challengers=50 random-fraction=0", space);
        for (int i = 0; i < 40; i++)
        {
            Configuration configuration = study.Start();
            double away = configuration["a"] == ParameterValue.Of("v5") ? 0 : 20;
            study.Complete(i, [away + configuration["b"].AsInt64()]);
        }

        Assert.Equal(0, study.Best());
        Assert.Equal(30, study.Configurations.Skip(10).Distinct().Count());
    }

    [Fact]
    public void Pending_trials_are_not_suggested_again()
    {
        var study = new Sampling("forest challengers=30", Sampling.UnitCube(2));
        study.Run(12, point => [point[0] + point[1]]);

        List<Configuration> pending = [.. Enumerable.Range(0, 8).Select(_ => study.Start())];

        Assert.Equal(8, pending.Distinct().Count());
    }

    [Fact]
    public void Failures_and_constraints_are_the_worst_it_knows()
    {
        var study = new Sampling(
            "forest startup-trials=4 challengers=50 random-fraction=0", Sampling.UnitCube(1));
        int bad = 0;
        for (int i = 0; i < 40; i++)
        {
            double x = Sampling.Point(study.Start())[0];
            if (i >= 20 && x < 0.5)
                bad++;
            if (x < 0.25)
                study.Fail(i);
            else
                study.Complete(i, [x], [0.5 - x]);
        }

        Assert.InRange(bad, 0, 10);
    }

    [Fact]
    public void When_every_trial_fails_it_draws_at_random()
    {
        var study = new Sampling("forest startup-trials=1", Sampling.UnitCube(1));
        for (int i = 0; i < 5; i++)
        {
            study.Start();
            study.Fail(i);
        }

        Assert.Equal(5, study.Configurations.Distinct().Count());
    }

    [Fact]
    public void It_beats_chance()
    {
        double random = 0;
        double found = 0;
        for (ulong seed = 0; seed < 3; seed++)
        {
            random += new Sampling("random", Sampling.UnitCube(6), 1, seed)
                .Run(60, TestFunctions.Hartmann6).Best();
            found += new Sampling("forest challengers=200", Sampling.UnitCube(6), 1, seed)
                .Run(60, TestFunctions.Hartmann6).Best();
        }

        Assert.True(found / 3 < random / 3 - 0.5, $"{found / 3} against {random / 3}");
    }
}
