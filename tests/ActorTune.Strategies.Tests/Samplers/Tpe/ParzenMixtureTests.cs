using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.Kernels;

namespace ActorTune.Strategies.Samplers.Tpe;

public sealed class ParzenMixtureTests
{
    private static readonly Parameter[] Mixed =
    [
        new FloatParameter("x", 0, 1),
        new OrdinalParameter(
            "k",
            ParameterValue.Of(1),
            ParameterValue.Of(2),
            ParameterValue.Of(4),
            ParameterValue.Of(8)),
        new CategoricalParameter(
            "c",
            [ParameterValue.Of("a"), ParameterValue.Of("b"), ParameterValue.Of("d")],
            [1, 1, 2]),
    ];

    // Computed from the formulas with Python's math.erfc: neighbours' deviations .3 .4 .4 and
    // .5 .5 .2, categorical weights 1 and 1/4 of the shares .75 .75 1.5, one prior kernel.
    [Theory]
    [InlineData(0.3, 0.125, 0, -2.116495684607691)]
    [InlineData(0.95, 0.625, 2, -1.6451892707085427)]
    [InlineData(0.5, 0.875, 1, -3.362508081408397)]
    public void Densities_are_those_of_the_formula(double x, double k, int c, double expected)
    {
        KernelAxis[] axes = Axes(Mixed);
        ParzenMixture mixture = Mixture(
            axes,
            WeightRule.Equal,
            [0.2, 0.125, 0.125],
            [0.9, 0.625, 0.75],
            [0.5, 0.625, 0.75]);
        var batch = new PointBatch(axes, 1);
        batch.Set(0, 0, x);
        batch.Set(1, 0, k);
        batch.Set(2, 0, c);
        var logs = new double[1];

        mixture.LogDensities(batch, logs);

        Assert.Equal(expected, logs[0], 1e-13);
    }

    [Fact]
    public void Without_configurations_the_prior_is_left()
    {
        KernelAxis[] axes = Axes(new FloatParameter("x", 0, 1));
        var batch = new PointBatch(axes, 1);
        batch.Set(0, 0, 0.5);
        var logs = new double[1];

        Mixture(axes, WeightRule.Recency).LogDensities(batch, logs);

        // 1 / (sqrt(2 pi) (2 Phi(1/2) - 1))
        Assert.Equal(0.04097780049094967, logs[0], 1e-14);
    }

    [Fact]
    public void Densities_integrate_to_one()
    {
        KernelAxis[] axes = Axes(new FloatParameter("x", 0, 1));
        ParzenMixture mixture = Mixture(
            axes,
            WeightRule.Recency,
            [.. Enumerable.Range(0, 200).Select(i => new[] { i * i % 97 / 96.0 })]);
        var batch = new PointBatch(axes, 4000);
        for (int i = 0; i < batch.Count; i++)
            batch.Set(0, i, (i + 0.5) / batch.Count);
        var logs = new double[batch.Count];

        mixture.LogDensities(batch, logs);

        Assert.Equal(1, logs.Average(Math.Exp), 1e-5);
    }

    [Fact]
    public void Draws_follow_the_density()
    {
        KernelAxis[] axes = Axes(Mixed);
        ParzenMixture mixture = Mixture(
            axes, WeightRule.Equal, [0.05, 0.125, 0.125], [0.1, 0.375, 0.125]);
        var batch = new PointBatch(axes, 4000);
        RandomStream chance = RandomStream.For(1, StreamName.Sampler, 0, 0);
        for (int i = 0; i < batch.Count; i++)
            mixture.Draw(chance, batch, i);
        var cells = new double[4];
        foreach (double place in batch.Along(1))
            cells[(int)(place * 4)] += 1.0 / batch.Count;
        PointBatch grid = Grid(axes);
        var logs = new double[grid.Count];
        mixture.LogDensities(grid, logs);
        for (int cell = 0; cell < 4; cell++)
        {
            double mass = Enumerable.Range(0, grid.Count)
                .Where(i => i / 3 % 4 == cell).Sum(i => Math.Exp(logs[i])) / 100;
            Assert.Equal(mass, cells[cell], 0.025);
        }
    }

    // A hundred places along the first axis, each with every cell and every category.
    private static PointBatch Grid(KernelAxis[] axes)
    {
        var grid = new PointBatch(axes, 4 * 3 * 100);
        for (int i = 0; i < grid.Count; i++)
        {
            grid.Set(0, i, (i / 12 + 0.5) / 100);
            grid.Set(1, i, i / 3 % 4 / 4.0 + 0.125);
            grid.Set(2, i, i % 3);
        }

        return grid;
    }

    [Fact]
    public void The_order_in_which_configurations_come_and_go_leaves_no_trace()
    {
        KernelAxis[] axes = Axes(new FloatParameter("x", 0, 1), new IntegerParameter("n", 1, 9));
        double[][] points =
            [.. Enumerable.Range(0, 120).Select(i => new[] { i * 53 % 101 / 100.0, i % 9 / 9.0 })];
        ParzenMixture straight = Mixture(axes, WeightRule.Recency, points);
        ParzenMixture winding = Winding(axes, points);
        var batch = new PointBatch(axes, 10);
        for (int i = 0; i < 10; i++)
            straight.Draw(RandomStream.For(1, StreamName.Sampler, i, 0), batch, i);
        var expected = new double[10];
        var actual = new double[10];
        straight.LogDensities(batch, expected);
        winding.LogDensities(batch, actual);

        Assert.Equal(expected, actual);
    }

    // One kernel at 0.1 beside the prior: the density at 0.1 is p + w (k - p) / (1 + w).
    [Fact]
    public void A_pending_configuration_weighs_three_tenths_until_it_is_measured()
    {
        KernelAxis[] axes = Axes(new FloatParameter("x", 0, 1));
        double prior = DensityAt(Mixture(axes, WeightRule.Recency));
        ParzenMixture mixture = Mixture(axes, WeightRule.Recency, [0.1]);
        double measured = DensityAt(mixture);
        mixture.SetPresent(0, true, isPending: true);
        mixture.Refresh();
        double pending = DensityAt(mixture);
        mixture.SetPresent(0, true);
        mixture.Refresh();

        Assert.Equal((measured - prior) * 2 * 0.3 / 1.3, pending - prior, 1e-12);
        Assert.Equal(measured, DensityAt(mixture));

        double DensityAt(ParzenMixture one)
        {
            var batch = new PointBatch(axes, 1);
            batch.Set(0, 0, 0.1);
            var logs = new double[1];
            one.LogDensities(batch, logs);
            return Math.Exp(logs[0]);
        }
    }

    private static ParzenMixture Winding(KernelAxis[] axes, double[][] points)
    {
        var winding = new ParzenMixture(axes, new TpeOptions(), WeightRule.Recency);
        foreach (double[] point in points)
            winding.Append(point);
        for (int i = 0; i < 240; i++)
        {
            winding.SetPresent((i * 77 + 5) % 120, true);
            if (i % 3 == 0)
                winding.SetPresent(i * 31 % 120, false);
            if (i % 4 == 0)
                winding.Refresh();
        }

        for (int i = 119; i >= 0; i--)
            winding.SetPresent(i, true);
        winding.Refresh();
        return winding;
    }

    private static KernelAxis[] Axes(params Parameter[] parameters) =>
        [.. parameters.Select((parameter, i) => new KernelAxis(parameter, i))];

    private static ParzenMixture Mixture(
        KernelAxis[] axes, WeightRule rule, params double[][] points)
    {
        var mixture = new ParzenMixture(axes, new TpeOptions(), rule);
        foreach (double[] point in points)
            mixture.SetPresent(mixture.Append(point), true);
        mixture.Refresh();
        return mixture;
    }
}
