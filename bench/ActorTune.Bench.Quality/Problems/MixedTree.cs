using ActorTune.Spaces;

namespace ActorTune.Bench.Quality.Problems;

/// <summary>
/// A conditional tree of three model families, with the same formula as the peers' drivers use.
/// </summary>
internal static class MixedTree
{
    internal static TuningProblem Problem { get; } =
        new("mixed", Space(), (configuration, _) => Evaluate(configuration), 0.05);

    private static SearchSpace Space()
    {
        var parameters = new List<Parameter>
        {
            new CategoricalParameter("scale", "none", "std", "minmax"),
            new CategoricalParameter("model", "svm", "forest", "net"),
            Log("C", 1e-3, 1e3, "svm"),
            Log("gamma", 1e-5, 1e1, "svm"),
            new CategoricalParameter("kernel", "rbf", "poly") { When = [Model("svm")] },
            new IntegerParameter("degree", 2, 5)
            {
                When = [Condition.OneOf("kernel", ParameterValue.Of("poly"))],
            },
            new IntegerParameter("trees", 10, 500)
            {
                Scale = Scale.Log, When = [Model("forest")],
            },
            new IntegerParameter("depth", 2, 32) { When = [Model("forest")] },
            new FloatParameter("features", 0.1, 1.0) { When = [Model("forest")] },
            Log("lr", 1e-5, 1e-1, "net"),
            new FloatParameter("dropout", 0.0, 0.6) { When = [Model("net")] },
            new CategoricalParameter("act", "relu", "tanh", "gelu") { When = [Model("net")] },
            new CategoricalParameter("layers", Layers(1)) { When = [Model("net")] },
        };
        for (int i = 0; i < 4; i++)
        {
            parameters.Add(new IntegerParameter($"units_{i}", 8, 512)
            {
                Scale = Scale.Log,
                When = [Condition.OneOf("layers", Layers(i + 1))],
            });
        }

        return new SearchSpace(parameters);
    }

    private static ParameterValue[] Layers(int least) =>
        [.. Enumerable.Range(least, 5 - least).Select(n => ParameterValue.Of(n))];

    private static FloatParameter Log(string name, double low, double high, string model) =>
        new(name, low, high) { Scale = Scale.Log, When = [Model(model)] };

    private static Condition Model(string model) =>
        Condition.OneOf("model", ParameterValue.Of(model));

    private static double Evaluate(Configuration c)
    {
        double pre = c["scale"].AsText() switch { "none" => 0.04, "std" => 0.0, _ => 0.015 };
        return c["model"].AsText() switch
        {
            "svm" => Svm(c, pre),
            "forest" => Forest(c, pre),
            _ => Net(c, pre),
        };
    }

    private static double Svm(Configuration c, double pre)
    {
        double a = Math.Log10(Number(c, "C")) - 1;
        double b = Math.Log10(Number(c, "gamma")) + 2;
        double kernel = c["kernel"].AsText() == "poly"
            ? 0.02 + 0.01 * Math.Abs(Number(c, "degree") - 3)
            : 0;
        return 0.12 + 0.01 * a * a + 0.012 * b * b + 0.006 * a * b + kernel + 1.5 * pre;
    }

    private static double Forest(Configuration c, double pre)
    {
        double trees = Math.Log10(500) - Math.Log10(Number(c, "trees"));
        double depth = Number(c, "depth") - 14;
        double features = Number(c, "features") - 0.4;
        return 0.09 + 0.05 * trees * trees + 4e-4 * depth * depth + 0.15 * features * features
            + 0.2 * pre;
    }

    private static double Net(Configuration c, double pre)
    {
        int n = (int)Number(c, "layers");
        double rate = Number(c, "lr");
        double a = Math.Log10(rate) + 2.6;
        double b = n - 3;
        double units = 0;
        for (int i = 0; i < n; i++)
        {
            double off = Math.Log2(Number(c, $"units_{i}")) - 7;
            units += off * off;
        }

        double dropout = Number(c, "dropout") - 0.2;
        double act = c["act"].AsText() switch { "relu" => 0.004, "tanh" => 0.02, _ => 0.0 };
        return 0.05 + 0.02 * a * a + 0.01 * b * b + 0.01 * a * b + 0.006 * units / n
            + 0.2 * dropout * dropout + act + (rate > Math.Pow(10, -1.5) ? 0.3 : 0.0) + pre;
    }

    private static double Number(Configuration c, string name) => c[name].AsDouble();
}
