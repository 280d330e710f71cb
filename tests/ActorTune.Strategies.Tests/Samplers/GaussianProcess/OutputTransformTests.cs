namespace ActorTune.Strategies.Samplers.GaussianProcess;

public sealed class OutputTransformTests
{
    [Fact]
    public void Without_a_bend_losses_are_standardised() => Assert.Equal(
        [-1.2700012700019050, -0.2540002540003810, 0, 1.5240015240022860],
        [.. OutputTransform.Of([1, 5, 6, 12], 0).Outputs],
        Near);

    [Fact]
    public void A_bend_takes_logarithms_of_what_is_worse_than_the_best()
    {
        // The median excess is one: log(1 + 2 * [0, 1, 3]) / 2, then standardised.
        double[] logs = [0, Math.Log(3), Math.Log(7)];
        double mean = logs.Average();
        double deviation = Math.Sqrt(logs.Average(log => (log - mean) * (log - mean)));

        Assert.Equal(
            [.. logs.Select(log => (log - mean) / deviation)],
            [.. OutputTransform.Of([10, 12, 16], 2).Outputs],
            Near);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void The_jacobian_is_that_of_differences(double bend)
    {
        // Best, median and standardisation held, T'(y) by differences of far more losses.
        double[] losses = [1, 2, 3, 5, 9];
        double jacobian = OutputTransform.Of(losses, bend).LogJacobian;
        double[] bent = [.. losses.Select(y => Bent(y, bend))];
        double mean = bent.Average();
        double deviation = Math.Sqrt(bent.Average(t => (t - mean) * (t - mean)));
        double expected = losses.Sum(y =>
            Math.Log((Bent(y + 1e-6, bend) - Bent(y - 1e-6, bend)) / 1e-6 / deviation));

        Assert.Equal(expected, jacobian, 6);
    }

    [Fact]
    public void Equal_losses_give_zeros() =>
        Assert.Equal([0, 0, 0], OutputTransform.Of([4, 4, 4], 1).Outputs);

    [Fact]
    public void Losses_of_any_size_give_finite_outputs()
    {
        double[] losses = [-double.MaxValue, 0, 1e-300, 5, double.MaxValue];
        foreach (double bend in OutputTransform.Bends)
            Assert.All(
                OutputTransform.Of(losses, bend).Outputs,
                output => Assert.True(double.IsFinite(output)));
    }

    // The losses' best is 1 and their median 3; the excess counts in halves of it.
    private static double Bent(double y, double bend) => bend > 0
        ? Math.Log(1 + bend * (y - 1) / 2) / bend
        : (y - 1) / 2;

    private static bool Near(double left, double right) => Math.Abs(left - right) < 1e-12;
}
