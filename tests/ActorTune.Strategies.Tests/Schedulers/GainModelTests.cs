using ActorTune.Strategies.Schedulers.PopulationBandits;

namespace ActorTune.Strategies.Schedulers;

/// <summary>The model of <c>pb2</c>; the numbers were computed apart, in Python.</summary>
public sealed class GainModelTests
{
    private static readonly Moment[] Moments =
    [
        new([0.1, 0.2], [0], 0, 0),
        new([0.4, 0.9], [1], 0.5, 1),
        new([0.8, 0.3], [1], 1, 1),
        new([0.5, 0.5], [0], 0.25, 3),
    ];

    private static readonly Moment Place = new([0.6, 0.4], [0], 0.4, 3);
    private static readonly double[] Outputs = [-1, 0.5, 1.2, -0.3];
    private static readonly double[] Logs = TimeVaryingKernel.Logs(1.3, 0.6, 0.8, 0.2, 0.05);

    [Fact]
    public void The_likelihood_is_that_of_a_normal_vector()
    {
        var fit = new KernelFit(Moments, Outputs);

        Assert.Equal(
            1.3426240470421003, fit.Evaluate(Logs, new double[TimeVaryingKernel.Count]), 12);
    }

    [Fact]
    public void Its_gradient_is_what_differences_say()
    {
        var fit = new KernelFit(Moments, Outputs);
        var gradient = new double[TimeVaryingKernel.Count];
        fit.Evaluate(Logs, gradient);

        for (int i = 0; i < gradient.Length; i++)
        {
            double Shifted(double by)
            {
                var logs = (double[])Logs.Clone();
                logs[i] += by;
                return fit.Evaluate(logs, new double[logs.Length]);
            }

            Assert.Equal((Shifted(1e-5) - Shifted(-1e-5)) / 2e-5, gradient[i], 7);
        }
    }

    [Fact]
    public void A_fit_is_likelier_than_its_starts()
    {
        var fit = new KernelFit(Moments, Outputs);
        TimeVaryingKernel kernel = fit.Fit();
        double found = fit.Evaluate(
            [
                Math.Log(kernel.Variance), Math.Log(kernel.Decay), Math.Log(kernel.ContextDecay),
                Math.Log(kernel.Forgetting), Math.Log(kernel.Noise),
            ],
            new double[TimeVaryingKernel.Count]);

        Assert.True(found < fit.Evaluate(
            TimeVaryingKernel.Logs(1, 1, 1, 0.1, 0.1), new double[TimeVaryingKernel.Count]));
        Assert.InRange(kernel.Forgetting, 0, -0.5 * Math.Log(0.5) + 1e-9);
    }

    [Fact]
    public void A_pending_interval_leaves_the_mean_and_lowers_the_deviation()
    {
        var kernel = new TimeVaryingKernel(Logs);
        (double mean, double deviation) =
            new GainModel(kernel, Moments, Outputs[..3]).Predict(Place);
        (double alone, double wider) =
            new GainModel(kernel, Moments[..3], Outputs[..3]).Predict(Place);

        Assert.Equal(-0.2559143924759597, mean, 12);
        Assert.Equal(0.39132725156567344, deviation, 12);
        Assert.Equal(-0.2559143924759597, alone, 12);
        Assert.Equal(1.027019113102654, wider, 12);
    }

    [Fact]
    public void The_gradient_of_the_bound_is_what_differences_say()
    {
        var model = new GainModel(new TimeVaryingKernel(Logs), Moments, Outputs[..3]);
        var gradient = new double[2];
        double bound = model.Bound(Place, 0.7, gradient);

        Assert.Equal(-0.2559143924759597 + 0.7 * 0.39132725156567344, bound, 12);
        for (int i = 0; i < gradient.Length; i++)
        {
            double Shifted(double by)
            {
                double[] ordered = [.. Place.Ordered];
                ordered[i] += by;
                return model.Bound(Place with { Ordered = ordered }, 0.7, new double[2]);
            }

            Assert.Equal((Shifted(1e-5) - Shifted(-1e-5)) / 2e-5, gradient[i], 7);
        }
    }

    [Fact]
    public void Outputs_follow_the_ranks_of_the_gains_for_each_unit()
    {
        Stretch Of(long since, long until, double before, double after) => new(
            Configuration.Empty, new Resource(since), new Resource(until), before, after);
        Stretch[] stretches = [Of(0, 2, 9, 1), Of(2, 3, 1, 0.5), Of(2, 6, 1, -1), Of(3, 4, 5, 9e9)];

        // Gains 4, 0.5, 0.5 and a loss: quantiles of 7/8, twice 1/2, 1/8.
        double[] outputs = GainOutputs.Of(stretches);
        Assert.Equal(1.1503493803760079, outputs[0], 12);
        Assert.Equal(0, outputs[1], 12);
        Assert.Equal(0, outputs[2], 12);
        Assert.Equal(-1.1503493803760079, outputs[3], 12);
        Assert.Equal([0.5, 0, 2], new[] { 5.0, 1, 99 }.Select(
            loss => GainOutputs.Context(stretches, loss)));
    }
}
