namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>The spaces on which TPE is tried, and their trials.</summary>
internal static class TpeStudies
{
    internal static readonly SearchSpace Plain = new(
        [new FloatParameter("x", 0, 1), new FloatParameter("y", 0, 1)]);

    internal static readonly SearchSpace Tree = new(
    [
        new FloatParameter("rate", 1e-4, 1) { Scale = Scale.Log },
        new CategoricalParameter("model", "net", "tree"),
        new IntegerParameter("layers", 1, 3) { When = [Model("net")] },
        new IntegerParameter("units", 8, 512) { Scale = Scale.Log, When = [Model("net")] },
        new IntegerParameter("depth", 2, 32) { When = [Model("tree")] },
    ]);

    internal static double Bowl(Configuration configuration)
    {
        double x = configuration["x"].AsDouble() - 0.7;
        double y = configuration["y"].AsDouble() - 0.2;
        return x * x + y * y;
    }

    internal static Configuration At(double x, double y) => new(
        [KeyValuePair.Create("x", ParameterValue.Of(x)),
            KeyValuePair.Create("y", ParameterValue.Of(y))]);

    internal static Condition Model(string model) =>
        Condition.OneOf("model", ParameterValue.Of(model));

    internal static SamplerTrials On(SearchSpace space, string sampler, ulong seed = 7) => new(
        Specifications.Of("run-to-completion", sampler: sampler, space: space) with
        {
            Seed = seed,
        });
}
