using ActorTune.Samples.Digits.Optimizers;

namespace ActorTune.Samples.Tests.Digits;

public sealed class OptimizerTests
{
    [Fact]
    public void Momentum_goes_part_of_the_last_step_again()
    {
        double[] weights = [1, -1];
        var sgd = new Sgd(2, momentum: 0.5, nesterov: false);

        sgd.Step(weights, [2, 4], 0.25);
        Assert.Equal([0.5, -2], weights);

        // velocity 0.5 * [2, 4] + [1, 0] = [2, 2]
        sgd.Step(weights, [1, 0], 0.25);
        Assert.Equal([0, -2.5], weights);
        Assert.Equal([2, 2], sgd.Moments[0]);
    }

    [Fact]
    public void Nesterov_steps_from_where_momentum_leads()
    {
        double[] weights = [1];
        var sgd = new Sgd(1, momentum: 0.5, nesterov: true);

        // v = 2; step 2 + 0.5 * 2 = 3
        sgd.Step(weights, [2], 0.25);
        Assert.Equal(0.25, weights[0]);

        // v = 0.5 * 2 + 1 = 2; step 1 + 0.5 * 2 = 2
        sgd.Step(weights, [1], 0.25);
        Assert.Equal(-0.25, weights[0]);
    }

    [Fact]
    public void Adam_divides_by_the_root_of_the_mean_square()
    {
        double[] weights = [1, 1];
        var adam = new Adam(2, beta2: 0.99);

        // The first step is the learning rate, whatever the slope.
        adam.Step(weights, [3, -0.01], 0.1);
        Assert.Equal(0.9, weights[0], 1e-8);
        Assert.Equal(1.1, weights[1], 1e-6);

        // m = 0.9 * 0.3 + 0.1 * 1 = 0.37, v = 0.99 * 0.09 + 0.01 * 1 = 0.0991;
        // m' = 0.37 / 0.19, v' = 0.0991 / 0.0199
        adam.Step(weights, [1, 0], 0.1);
        double expected = 0.9 - 0.1 * (0.37 / 0.19) / Math.Sqrt(0.0991 / 0.0199);
        Assert.Equal(expected, weights[0], 1e-8);
    }
}
