using ActorTune.Strategies.Numerics;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

public sealed class MaternKernelTests
{
    // (1 + a + a^2 / 3) e^-a, a = sqrt(5) r, by mpmath.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.1, 0.99175923617117762)]
    [InlineData(1, 0.52399410883182031)]
    public void On_a_line_it_is_materns(double distance, double expected)
    {
        var space = new ModelSpace(Trees.Line);

        Assert.Equal(
            1.5 * expected,
            Covariance(space, [0, Math.Log(1.5), 0], space.Settle([0]), space.Settle([distance])),
            14);
    }

    [Fact]
    public void Different_categories_are_one_length_apart()
    {
        var space = new ModelSpace(
            new SearchSpace([new CategoricalParameter("c", "x", "y", "z")]));
        ModelPoint[] points = [space.Settle([0.1]), space.Settle([0.5]), space.Settle([0.9])];
        double[] logs = [0, 0, 0];

        Assert.Equal(1, Covariance(space, logs, points[0], points[0]), 15);
        Assert.Equal(0.52399410883182031, Covariance(space, logs, points[0], points[1]), 14);
        Assert.Equal(0.52399410883182031, Covariance(space, logs, points[0], points[2]), 14);
    }

    [Fact]
    public void Branches_without_a_shared_active_parameter_do_not_covary()
    {
        // The root alone is shared, and its own term is all that is left of the covariance.
        var space = new ModelSpace(Trees.Branches);
        ModelPoint svm = Trees.Draw(space, 50, 1).First(point => point.Groups[1]);
        ModelPoint net = Trees.Draw(space, 50, 1).First(point => point.Groups[4]);
        double[] logs = Trees.Logs(space, 1);
        double shared = Covariance(space, logs, svm, net);
        logs[space.Parameters.Length] = -800;

        Assert.True(shared > 0);
        Assert.Equal(0, Covariance(space, logs, svm, net));
        Assert.True(Covariance(space, logs, svm, svm) > 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void It_is_positive_definite_on_conditional_spaces(int trial)
    {
        var space = new ModelSpace(Trees.Branches);
        ModelPoint[] points = [.. Trees.Draw(space, 150, trial).DistinctBy(point =>
            Trees.Branches.Decode(point.Units).ToString())];
        var columns = new PointColumns(space, points);
        MaternKernel kernel = Kernel(space, Trees.Logs(space, trial));
        var factor = new CholeskyFactor();
        var row = new double[columns.Stride];
        for (int i = 0; i < points.Length; i++)
        {
            kernel.Fill(columns, points[i], i + 1, row);
            Assert.Equal(kernel.Parameters.VarianceAt(points[i]), row[i], 12);
            row[i] += 1e-9;
            factor.Append(row.AsSpan(0, i + 1));
        }

        Assert.False(factor.IsRaised);
    }

    private static double Covariance(
        ModelSpace space, double[] logs, ModelPoint left, ModelPoint right)
    {
        var values = new double[4];
        Kernel(space, logs).Fill(new PointColumns(space, [right]), left, 1, values);
        return values[0];
    }

    private static MaternKernel Kernel(ModelSpace space, double[] logs) =>
        new(space, new CovarianceParameters(space, logs));
}
