namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>The spaces and functions on which CMA-ES is tried.</summary>
internal static class CmaFunctions
{
    internal static readonly SearchSpace Plane = Floats(2);

    internal static readonly SearchSpace Mixed = new(
    [
        new CategoricalParameter("kind", "a", "b", "c"),
        new FloatParameter("x", 1e-4, 1) { Scale = Scale.Log },
        new IntegerParameter("n", 1, 64) { Scale = Scale.Log },
        new FloatParameter("only", 0, 1)
        {
            When = [Condition.OneOf("kind", ParameterValue.Of("b"))],
        },
        new OrdinalParameter(
            "size", ParameterValue.Of(16), ParameterValue.Of(32), ParameterValue.Of(64)),
    ]);

    internal static SearchSpace Floats(int count) => new(
        [.. Enumerable.Range(0, count).Select(i => new FloatParameter($"x{i}", 0, 1))]);

    internal static double Sphere(Configuration c) =>
        c.Values.Sum(value => Square(value.AsDouble() - 0.3));

    internal static double Tree(Configuration c) =>
        Square(Math.Log10(c["x"].AsDouble()) + 2) + Square(Math.Log2(c["n"].AsInt64()) - 3) / 4
        + (c.Contains("only") ? Square(c["only"].AsDouble() - 0.8) : 0.5)
        + (c["size"].AsInt64() == 32 ? 0 : 0.3);

    internal static double Square(double x) => x * x;
}
