namespace ActorTune.Strategies.Samplers.GaussianProcess;

public sealed class PosteriorTests
{
    // Inverse squared length 4, variance 1.5, noise 0.01 + 1e-6.
    private static readonly double[] Example =
        [1.3862943611198906, 0.40546510810816438, -4.6051701859880914];

    [Fact]
    public void Mean_and_deviation_on_a_line_are_known()
    {
        var space = new ModelSpace(Trees.Line);
        Posterior posterior = OnLine(space, []);
        ModelPoint point = space.Settle([0.6]);
        var means = new double[1];
        var deviations = new double[1];

        posterior.Predict([point], means, deviations);

        Assert.Equal(-0.88914811759443413, means[0], 12);
        Assert.Equal(0.33552986164324785, deviations[0], 12);
        Assert.Equal(-0.88914811759443413, posterior.Predict(point).Mean, 12);
        Assert.Equal(0.33552986164324785, posterior.Predict(point).Deviation, 12);
    }

    [Fact]
    public void The_posterior_of_the_parameters_on_a_line_is_known()
    {
        var space = new ModelSpace(Trees.Line);
        ModelPoint[] points = [.. new[] { 0.1, 0.4, 0.9 }.Select(x => space.Settle([x]))];
        var posterior = new ParameterPosterior(
            space, new PointColumns(space, points), [1, -1, 0.5]);

        Assert.Equal(6.4305508537284329, posterior.Evaluate(Example, new double[3]), 11);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_gradient_by_the_parameters_is_that_of_differences(int trial)
    {
        const double Step = 1e-5;
        var space = new ModelSpace(Trees.Branches);
        ModelPoint[] points = Trees.Draw(space, 41, trial);
        var posterior = new ParameterPosterior(
            space, new PointColumns(space, points), Trees.Outputs(points));
        double[] logs = Trees.Logs(space, trial, -2);
        var gradient = new double[logs.Length];
        posterior.Evaluate(logs, gradient);
        for (int i = 0; i < logs.Length; i++)
        {
            double[] up = [.. logs];
            double[] down = [.. logs];
            up[i] += Step;
            down[i] -= Step;
            double difference = posterior.Evaluate(up, new double[logs.Length])
                - posterior.Evaluate(down, new double[logs.Length]);
            Assert.Equal(difference / (2 * Step), gradient[i], 1e-5 * (1 + Math.Abs(gradient[i])));
        }
    }

    [Fact]
    public void Almost_without_noise_it_goes_through_the_observations()
    {
        var space = new ModelSpace(Trees.Branches);
        ModelPoint[] points = Trees.Draw(space, 60, 5);
        double[] outputs = Trees.Outputs([.. points]);
        Posterior posterior = Of(space, Trees.Logs(space, 5, -20), points, outputs);
        for (int i = 0; i < points.Length; i++)
        {
            Assert.Equal(outputs[i], posterior.Mean(points[i]), 1e-3);
            Assert.Equal(0, posterior.Predict(points[i]).Deviation, 3e-3);
        }
    }

    [Fact]
    public void Far_away_it_knows_nothing()
    {
        var space = new ModelSpace(Trees.Line);
        Posterior posterior = Of(space, [9, 0.5, -9], [space.Settle([0])], [3]);

        (double mean, double deviation) = posterior.Predict(space.Settle([1]));

        Assert.Equal(0, mean, 12);
        Assert.Equal(Math.Exp(0.25), deviation, 12);
    }

    [Fact]
    public void A_pending_point_leaves_the_mean_and_lowers_the_deviation()
    {
        var space = new ModelSpace(Trees.Line);
        Posterior without = OnLine(space, []);
        Posterior with = OnLine(space, [0.65]);
        ModelPoint point = space.Settle([0.6]);

        Assert.Equal(without.Predict(point).Mean, with.Predict(point).Mean, 12);
        Assert.True(with.Predict(point).Deviation < 0.5 * without.Predict(point).Deviation);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_gradient_of_the_acquisition_is_that_of_differences(bool isConstrained)
    {
        var space = new ModelSpace(Trees.Branches);
        ModelPoint[] points = Trees.Draw(space, 30, 7);
        Posterior model = Of(space, Trees.Logs(space, 7), points, Trees.Outputs(points));
        Posterior other = Of(space, Trees.Logs(space, 8), points, Trees.Outputs(points));
        var function = new AcquisitionFunction(
            model, -0.5, isConstrained ? [other] : [], isConstrained ? [0.1] : []);
        var gradient = new double[space.Parameters.Length];
        foreach (ModelPoint point in Trees.Draw(space, 20, 9))
        {
            function.Evaluate(point, gradient);
            for (int p = 0; p < gradient.Length; p++)
            {
                if (space.Parameters[p].Places is null)
                    Assert.Equal(
                        Difference(function, space, point, space.Parameters[p].Index),
                        gradient[p],
                        1e-4 * (1 + Math.Abs(gradient[p])));
            }
        }
    }

    [Fact]
    public void Points_together_have_the_values_that_they_have_alone()
    {
        var space = new ModelSpace(Trees.Branches);
        ModelPoint[] points = Trees.Draw(space, 30, 7);
        Posterior model = Of(space, Trees.Logs(space, 7), points, Trees.Outputs(points));
        var function = new AcquisitionFunction(model, -0.5, [model], [0]);
        ModelPoint[] asked = Trees.Draw(space, 13, 8);
        var values = new double[Posterior.Block];

        function.Evaluate(asked, values);

        for (int i = 0; i < asked.Length; i++)
            Assert.Equal(
                function.Evaluate(asked[i], new double[space.Parameters.Length]), values[i], 9);
    }

    private static double Difference(
        AcquisitionFunction function, ModelSpace space, ModelPoint point, int index)
    {
        const double Step = 1e-6;
        double Moved(double step)
        {
            double[] units = [.. point.Units];
            units[index] += step;
            return function.Evaluate(space.Settle(units), new double[space.Parameters.Length]);
        }

        return (Moved(Step) - Moved(-Step)) / (2 * Step);
    }

    private static Posterior OnLine(ModelSpace space, double[] pending) => Of(
        space,
        Example,
        [.. new[] { 0.1, 0.4, 0.9 }.Concat(pending).Select(x => space.Settle([x]))],
        [1, -1, 0.5]);

    private static Posterior Of(
        ModelSpace space, double[] logs, ModelPoint[] points, double[] outputs) =>
        new FactorMemo().Model(space, logs, points, outputs);
}
