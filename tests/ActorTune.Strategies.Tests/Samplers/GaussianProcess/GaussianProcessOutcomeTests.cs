using static ActorTune.Strategies.Samplers.GaussianProcess.Told;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>Studies that judge trials by more than one number.</summary>
public sealed class GaussianProcessOutcomeTests
{
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
                values[..objectives],
                [.. Enumerable.Repeat(Violation(configuration), constraints)]),
        };
        sampler.Observe(change);
        sampler.Observe(change with { Kind = TrialChangeKind.Completed, IsDecisionPoint = false });
    }
}
