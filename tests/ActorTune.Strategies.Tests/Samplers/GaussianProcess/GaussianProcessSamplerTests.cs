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
        ISampler sampler = Create("gp", Square, 2);
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

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    public void Reloaded_after_every_trial_it_suggests_the_same_bits(
        int objectives, int constraints)
    {
        StudySpecification specification = Judged(objectives, constraints);
        ISampler kept = StandardStrategies.Instance.CreateSampler(specification);
        ISampler reloaded = StandardStrategies.Instance.CreateSampler(specification);
        for (int trial = 0; trial < 26; trial++)
        {
            ISampler fresh = StandardStrategies.Instance.CreateSampler(specification);
            fresh.Load(JsonDocument.Parse(Saved(reloaded)).RootElement);
            reloaded = fresh;
            Configuration configuration = Suggest(kept, trial);
            Assert.Equal(configuration, Suggest(reloaded, trial));
            foreach (ISampler sampler in new[] { kept, reloaded })
            {
                Start(sampler, trial, configuration);
                if (trial % 4 != 3)
                    Judge(sampler, trial, configuration, objectives, constraints);
            }
        }

        Assert.Equal(Saved(kept), Saved(reloaded));
    }

    [Fact]
    public void Constraints_are_kept_to()
    {
        ISampler sampler = StandardStrategies.Instance.CreateSampler(Judged(1, 1));
        var feasible = new List<double>();
        for (int trial = 0; trial < 40; trial++)
        {
            Configuration configuration = Suggest(sampler, trial);
            Start(sampler, trial, configuration);
            Judge(sampler, trial, configuration, 1, 1);
            if (Violation(configuration) <= 0)
                feasible.Add(First(configuration));
        }

        // The least of x^2 + y^2 with x + y >= 1 is 1/2.
        Assert.InRange(feasible.Min(), 0.5, 0.505);
        Assert.True(feasible.Count >= 15, $"{feasible.Count} feasible");
    }

    [Fact]
    public void With_two_objectives_the_whole_front_is_found()
    {
        ISampler sampler = StandardStrategies.Instance.CreateSampler(Judged(2, 0));
        var front = new List<(double X, double Y)>();
        for (int trial = 0; trial < 50; trial++)
        {
            Configuration configuration = Suggest(sampler, trial);
            Start(sampler, trial, configuration);
            Judge(sampler, trial, configuration, 2, 0);
            if (trial >= 10)
                front.Add((First(configuration), Second(configuration)));
        }

        // The front of x^2 + y^2 and (x - 1)^2 + (y - 1)^2 is x = y: f2 = 2 - 2 sqrt(2 f1) + f1.
        int near = front.Count(f => f.Y - (2 - 2 * Math.Sqrt(2 * f.X) + f.X) < 0.1);
        Assert.True(near >= 20, $"{near} near the front");
        Assert.True(front.Min(f => f.X) < 0.1);
        Assert.True(front.Min(f => f.Y) < 0.1);
        Assert.True(front.Exists(f => f.X < 0.7 && f.Y < 0.7));
    }

    private static double Branin(Configuration c)
    {
        double x = c["x"].AsDouble();
        double bend = c["y"].AsDouble() - 5.1 / (4 * Math.PI * Math.PI) * x * x
            + 5 / Math.PI * x - 6;
        return bend * bend + 10 * (1 - 1 / (8 * Math.PI)) * Math.Cos(x) + 10;
    }

    private static double First(Configuration c) =>
        Square2(c["x"].AsDouble()) + Square2(c["y"].AsDouble());

    private static double Second(Configuration c) =>
        Square2(c["x"].AsDouble() - 1) + Square2(c["y"].AsDouble() - 1);

    private static double Violation(Configuration c) => 1 - c["x"].AsDouble() - c["y"].AsDouble();

    private static double Square2(double x) => x * x;

    private static StudySpecification Judged(int objectives, int constraints) =>
        Specifications.Of(
            "run-to-completion",
            sampler: "gp",
            space: new SearchSpace(
                [new FloatParameter("x", 0, 1), new FloatParameter("y", 0, 1)])) with
        {
            Objectives = [.. Enumerable.Range(0, objectives)
                .Select(i => new Objective($"f{i}", Direction.Minimize))],
            Constraints = [.. Enumerable.Range(0, constraints)
                .Select(i => new OutcomeConstraint($"g{i}", AtMost: 0))],
        };

    private static void Judge(
        ISampler sampler, int trial, Configuration configuration, int objectives, int constraints)
    {
        double[] values = [First(configuration), Second(configuration)];
        var change = new TrialChange(
            TrialChangeKind.Measured,
            new TrialNumber(trial),
            default,
            new Resource(1),
            values[0],
            true,
            null)
        {
            Outcome = new TrialOutcome(
                values[..objectives], [.. Enumerable.Repeat(Violation(configuration), constraints)]),
        };
        sampler.Observe(change);
        sampler.Observe(change with { Kind = TrialChangeKind.Completed, IsDecisionPoint = false });
    }

    private static double[] Values(
        string sampler,
        SearchSpace space,
        Func<Configuration, double> function,
        ulong seed,
        int trials)
    {
        ISampler created = Create(sampler, space, seed);
        var values = new double[trials];
        for (int trial = 0; trial < trials; trial++)
        {
            Configuration configuration = Suggest(created, trial);
            values[trial] = function(configuration);
            Start(created, trial, configuration);
            Measure(created, trial, values[trial]);
        }

        return values;
    }

    private static ISampler Create(string sampler, SearchSpace space, ulong seed) =>
        StandardStrategies.Instance.CreateSampler(
            Specifications.Of("run-to-completion", sampler: sampler, space: space) with
            {
                Seed = seed,
            });

    private static Configuration Suggest(ISampler sampler, int trial) =>
        Assert.IsType<Suggestion.Suggested>(sampler.Suggest(new SuggestionRequest(
            new TrialNumber(trial), default, new Resource(1)))).Configuration;

    private static void Start(ISampler sampler, int trial, Configuration configuration) =>
        sampler.Observe(new TrialChange(
            TrialChangeKind.Started,
            new TrialNumber(trial),
            default,
            new Resource(1),
            0,
            false,
            configuration));

    private static void Measure(ISampler sampler, int trial, double value)
    {
        Tell(sampler, TrialChangeKind.Measured, trial, value);
        Tell(sampler, TrialChangeKind.Completed, trial, value);
    }

    private static void Tell(
        ISampler sampler, TrialChangeKind kind, int trial, double value) =>
        sampler.Observe(new TrialChange(
            kind,
            new TrialNumber(trial),
            default,
            new Resource(1),
            value,
            kind == TrialChangeKind.Measured,
            null));

    private static string Saved(ISampler sampler)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            sampler.Save(writer);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
