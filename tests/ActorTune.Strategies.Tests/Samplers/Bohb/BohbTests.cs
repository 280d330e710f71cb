using ActorTune.Strategies.Samplers.History;
using ActorTune.Strategies.Samplers.Kernels;
using ActorTune.Strategies.Samplers.Tpe;

namespace ActorTune.Strategies.Samplers.Bohb;

public sealed class BohbTests
{
    private static readonly SearchSpace Plain = new(
        [new FloatParameter("x", 0, 1), new FloatParameter("y", 0, 1)]);

    private static readonly SearchSpace Tree = new(
    [
        new CategoricalParameter("model", "net", "tree"),
        new FloatParameter("rate", 0, 1)
        {
            When = [Condition.OneOf("model", ParameterValue.Of("net"))],
        },
        new IntegerParameter("depth", 2, 32)
        {
            When = [Condition.OneOf("model", ParameterValue.Of("tree"))],
        },
    ]);

    // 1.06 s n^(-1 / (4 + d)) by hand: s = sqrt(0.02 / 3), n = 3, d = 2.
    [Fact]
    public void Widths_follow_the_normal_reference_rule()
    {
        NormalReferenceDensity density = Density(
            Axes(Plain), [0.2, 0.5], [0.3, 0.5], [0.4, 0.5]);

        Assert.Equal(0.0720675946, density.WidthAlong(0), 1e-8);
        Assert.Equal(1e-3, density.WidthAlong(1));
    }

    // x: deviation sqrt(2) / 30; c: positions 0, 0, 1, so that s = sqrt(2) / 3.
    [Fact]
    public void Densities_are_products_of_normal_and_categorical_kernels()
    {
        KernelAxis[] axes = Axes(new SearchSpace(
            [new FloatParameter("x", 0, 1), new CategoricalParameter("c", "a", "b", "d")]));
        NormalReferenceDensity density = Density(axes, [0.5, 0], [0.5, 0], [0.6, 1]);
        var batch = new PointBatch(axes, 1);
        batch.Set(0, 0, 0.55);
        batch.Set(1, 0, 2);
        var logs = new double[1];

        density.LogDensities(batch, logs);

        Assert.Equal(Expected, logs[0], 1e-12);
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, 1L)]
    [InlineData(40, 1L)]
    public void A_rung_needs_a_model_on_both_sides(int trials, long? rung)
    {
        BohbModel? model = Model(Plain, [.. Enumerable.Range(0, trials).Select(
            i => (i, (double)i, 1L))]);

        Assert.Equal(rung is null, model is null);
    }

    [Fact]
    public void The_largest_rung_with_enough_trials_decides_with_its_own_values()
    {
        (int, double, long)[] low = [.. Enumerable.Range(0, 12).Select(i => (i, (double)i, 1L))];
        (int, double, long)[] high = [.. Enumerable.Range(0, 6).Select(i => (i, (double)-i, 3L))];

        // At rung 1 trials 0, 1, 2 are good, at rung 3 trials 5, 4, 3 with five of six measured.
        Assert.Equal(CentresOf([0, 1, 2]), WidthOf(Model(Plain, [.. low, .. high[..5]])!.Good));
        Assert.Equal(CentresOf([3, 4, 5]), WidthOf(Model(Plain, [.. low, .. high])!.Good));
    }

    [Fact]
    public void Missing_values_come_from_a_donor_and_otherwise_from_chance()
    {
        KernelAxis[] axes = Axes(Tree);
        double[][] filled = DonorImputation.Fill(
            axes, [4, 5, 6], [[0, 0.3, double.NaN], [1, double.NaN, double.NaN],
                [0, 0.7, double.NaN]], 1);

        Assert.Equal([0.0, 1, 0], filled.Select(point => point[0]));
        Assert.Equal(0.3, filled[0][1]);
        Assert.Contains(filled[1][1], new[] { 0.3, 0.7 });
        Assert.All(filled, point => Assert.InRange(point[2], 0, 1));
    }

    [Theory]
    [InlineData("bohb")]
    [InlineData("bohb random-fraction=0")]
    public void Reloaded_it_goes_on_alike(string bohb)
    {
        SamplerTrials along = On(Tree, bohb, 7);
        SamplerTrials reloaded = On(Tree, bohb, 7);
        for (int trial = 0; trial < 60; trial++)
        {
            Configuration configuration = along.Suggest(trial);
            if (trial % 5 == 3)
                reloaded.Reload();
            Assert.Equal(configuration, reloaded.Suggest(trial));
            foreach (SamplerTrials trials in new[] { along, reloaded })
            {
                trials.Start(trial, configuration);
                if (trial % 6 == 5)
                    trials.End(trial, TrialChangeKind.Failed);
                else
                    trials.Measure(trial, trial * 37 % 41);
                if (trial % 4 == 0)
                {
                    trials.End(trial, TrialChangeKind.Promoted, trial * 37 % 41, 3);
                    trials.Measure(trial, trial * 17 % 41, 3);
                }
            }
        }
    }

    [Fact]
    public void Its_trials_are_better_than_random_ones_on_average()
    {
        double[] means = Means("bohb");
        double[] random = Means("random");

        Assert.All(means.Zip(random), pair => Assert.True(pair.First < 0.6 * pair.Second));

        static double[] Means(string sampler) => [.. Enumerable.Range(0, 5).Select(seed =>
        {
            var values = new List<double>();
            On(Plain, sampler, (ulong)seed).Minimise(60, configuration =>
            {
                double x = configuration["x"].AsDouble() - 0.7;
                double y = configuration["y"].AsDouble() - 0.2;
                values.Add(x * x + y * y);
                return values[^1];
            });
            return values.Average();
        })];
    }

    private const double Expected = -0.03152392381250618;

    private static double WidthOf(NormalReferenceDensity density) => density.WidthAlong(0);

    private static double CentresOf(int[] trials) => WidthOf(Density(
        Axes(Plain), [.. trials.Select(PointOf)]));

    private static double[] PointOf(int trial) => [trial * trial / 200.0, 0.5];

    private static KernelAxis[] Axes(SearchSpace space) =>
        [.. space.Parameters.Select((parameter, i) => new KernelAxis(parameter, i))];

    private static NormalReferenceDensity Density(KernelAxis[] axes, params double[][] points) =>
        new(axes, points, new BohbOptions());

    private static BohbModel? Model(SearchSpace space, (int, double, long)[] measured)
    {
        var history = new TrialHistory(space, [new Objective("loss", Direction.Minimize)]);
        var results = new RungResults(new Objective("loss", Direction.Minimize));
        foreach (TrialChange change in measured.SelectMany(one => Changes(space, one)))
        {
            history.Observe(change);
            results.Observe(change);
        }

        return BohbModel.Of(
            Axes(space), history, results, new BohbOptions { MinPoints = 3 }, 1);
    }

    // A trial sets out for a rung and is measured there.
    private static TrialChange[] Changes(
        SearchSpace space, (int Trial, double Value, long Rung) measured)
    {
        var trial = new TrialNumber(measured.Trial);
        var rung = new Resource(measured.Rung);
        TrialChangeKind kind = measured.Rung == 1
            ? TrialChangeKind.Started
            : TrialChangeKind.Promoted;
        Configuration configuration = space.Decode(PointOf(measured.Trial));
        return
        [
            new(kind, trial, default, rung, measured.Value, false, configuration),
            new(TrialChangeKind.Measured, trial, default, rung, measured.Value, true, null),
        ];
    }

    private static SamplerTrials On(SearchSpace space, string sampler, ulong seed) => new(
        Specifications.Of("run-to-completion", sampler: sampler, space: space) with
        {
            Seed = seed,
        });
}
