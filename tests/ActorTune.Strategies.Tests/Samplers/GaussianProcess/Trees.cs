using ActorTune.Randomness;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>Spaces and points for the tests of the model.</summary>
internal static class Trees
{
    internal static SearchSpace Line { get; } = new([new FloatParameter("x", 0, 1)]);

    /// <summary>Three branches, one of them with a branch of its own.</summary>
    internal static SearchSpace Branches { get; } = new(
    [
        new CategoricalParameter("model", "svm", "forest", "net"),
        new FloatParameter("c", 1e-3, 1e3) { Scale = Scale.Log, When = [Is("model", "svm")] },
        new CategoricalParameter("kernel", "rbf", "poly") { When = [Is("model", "svm")] },
        new IntegerParameter("degree", 2, 5) { When = [Is("kernel", "poly")] },
        new IntegerParameter("depth", 2, 32) { When = [Is("model", "forest")] },
        new FloatParameter("rate", 1e-5, 1e-1) { Scale = Scale.Log, When = [Is("model", "net")] },
        new IntegerParameter("layers", 1, 3) { When = [Is("model", "net")] },
        new IntegerParameter("units", 8, 512)
        {
            When = [Condition.Between("layers", 1, 3)],
        },
        new FloatParameter("dropout", 0, 0.5) { When = [Condition.Between("layers", 2, null)] },
    ]);

    internal static ModelPoint[] Draw(ModelSpace space, int count, int trial)
    {
        RandomStream chance = RandomStream.For(1, StreamName.Sampler, trial, 0);
        return [.. Enumerable.Range(0, count).Select(_ => space.Settle(
            [.. Enumerable.Range(0, space.Space.Dimensions)
                .Select(_ => chance.NextDouble())]))];
    }

    internal static double[] Logs(ModelSpace space, int trial, double noise = -4)
    {
        RandomStream chance = RandomStream.For(2, StreamName.Sampler, trial, 0);
        double[] logs = [.. Enumerable.Range(0, ParameterPosterior.CountOf(space))
            .Select(_ => 4 * chance.NextDouble() - 2)];
        logs[^1] = noise;
        return logs;
    }

    internal static double[] Outputs(ModelPoint[] points) =>
        [.. points.Select(point => point.Units.Index().Sum(c =>
            point.IsActive[c.Index] ? Math.Sin(3 * c.Item + c.Index) : 0) - 1)];

    private static Condition Is(string parent, string value) =>
        Condition.OneOf(parent, ParameterValue.Of(value));
}
