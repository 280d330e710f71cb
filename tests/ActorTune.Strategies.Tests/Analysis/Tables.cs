namespace ActorTune.Analysis;

/// <summary>Tables of trials made for tests.</summary>
internal static class Tables
{
    internal static SearchSpace Mixed { get; } = new(
    [
        new FloatParameter("x", 0, 1),
        new FloatParameter("y", 1e-4, 1) { Scale = Scale.Log },
        new IntegerParameter("layers", 1, 8),
        new IntegerParameter("width", 1, 512) { Scale = Scale.Log },
        new FloatParameter("drop", 0, 2) { Step = 0.25 },
        new CategoricalParameter("c", "a", "b", "c"),
        new BooleanParameter("b"),
        new FloatParameter("m", 0, 1)
        {
            When = [Condition.OneOf("c", ParameterValue.Of("a"))],
        },
        new ConstantParameter("classes", ParameterValue.Of(10L)),
    ]);

    /// <summary>Trials of the mixed space, in sixty-fourths, so that some are equal.</summary>
    internal static TrialTable OfMixed(int count, Direction direction = Direction.Minimize)
    {
        var numbers = new FixedNumbers(12345);
        return Of(Mixed, direction, Enumerable.Range(0, count).Select(_ => Draw(numbers)));
    }

    /// <summary>Trials of a space of floats from 0 to 1 with a given objective.</summary>
    internal static TrialTable OfFunction(
        int count, int dimensions, Func<double[], double> objective)
    {
        var numbers = new FixedNumbers(99);
        string[] names = [.. Enumerable.Range(0, dimensions).Select(i => $"x{i}")];
        var space = new SearchSpace([.. names.Select(name => new FloatParameter(name, 0, 1))]);
        return Of(space, Direction.Minimize, Enumerable.Range(0, count).Select(_ =>
        {
            double[] point = [.. names.Select(_ => numbers.Next())];
            return (Configuration(names.Zip(point, (name, x) => (name, ParameterValue.Of(x)))),
                objective(point));
        }));
    }

    internal static TrialTable Of(params double[] values) => Of(
        new SearchSpace([new FloatParameter("x", 0, 1)]),
        Direction.Minimize,
        values.Select(value => (Configuration([("x", ParameterValue.Of(0.5))]), value)));

    internal static TrialTable Of(
        SearchSpace space,
        Direction direction,
        IEnumerable<(Configuration Configuration, double Value)> trials) => new(
            space,
            new Objective("m", direction),
            [.. trials.Select((trial, i) => new AnalyzedTrial(
                new TrialNumber(i), trial.Configuration, new Resource(1), trial.Value))]);

    internal static Configuration Configuration(
        IEnumerable<(string Name, ParameterValue Value)> values) =>
        new(values.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));

    private static (Configuration, double) Draw(FixedNumbers numbers)
    {
        double[] u = [.. Enumerable.Range(0, 8).Select(_ => numbers.Next())];
        double y = 0.0001 + u[1] * u[1] * u[1] * u[1] * 0.9999;
        long layers = 1 + (long)(u[2] * 8);
        long width = 1 + (long)(u[3] * u[3] * 512);
        double drop = 0.25 * (long)(u[4] * 9);
        string c = "abc"[(int)(u[5] * 3)].ToString();
        List<(string, ParameterValue)> values =
        [
            ("x", ParameterValue.Of(u[0])), ("y", ParameterValue.Of(y)),
            ("layers", ParameterValue.Of(layers)), ("width", ParameterValue.Of(width)),
            ("drop", ParameterValue.Of(drop)), ("c", ParameterValue.Of(c)),
            ("b", ParameterValue.Of(u[6] < 0.5)),
        ];
        if (c == "a")
            values.Add(("m", ParameterValue.Of(u[7])));
        values.Add(("classes", ParameterValue.Of(10L)));
        double value = (u[0] - 0.3) * (u[0] - 0.3) * 4 + y + 0.05 * layers
            + (c == "b" ? 0.5 : 0.0)
            + (c == "a" ? 0.3 * (u[7] - 0.5) * (u[7] - 0.5) : 0.1)
            + 0.001 * width + 0.1 * drop;
        return (Configuration(values), Math.Floor(value * 64) / 64);
    }
}
