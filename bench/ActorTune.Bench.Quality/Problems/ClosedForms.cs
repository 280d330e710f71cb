using ActorTune.Randomness;
using ActorTune.Spaces;

namespace ActorTune.Bench.Quality.Problems;

/// <summary>
/// Closed-form functions on boxes, with the same formulas as the peers' drivers use.
/// </summary>
internal static class ClosedForms
{
    private static readonly double[][] HartmannA =
    [
        [10, 3, 17, 3.5, 1.7, 8], [0.05, 10, 17, 0.1, 8, 14],
        [3, 3.5, 1.7, 10, 17, 8], [17, 8, 0.05, 10, 0.1, 14],
    ];

    private static readonly double[][] HartmannQ =
    [
        [1312, 1696, 5569, 124, 8283, 5886], [2329, 4135, 8307, 3736, 1004, 9991],
        [2348, 1451, 3522, 2883, 3047, 6650], [4047, 8828, 8732, 5743, 1091, 381],
    ];

    private static readonly double[] HartmannC = [1.0, 1.2, 3.0, 3.2];
    private static readonly StreamName Noise = new("noise");

    internal static IReadOnlyList<TuningProblem> All { get; } =
    [
        OnBox("branin", [(-5, 10), (0, 15)], Branin, 0.397887),
        OnBox("hartmann6", Cube(6, 0, 1), Hartmann6, -3.32237),
        OnBox("ackley10", Cube(10, -32.768, 32.768), Ackley, 0),
        OnBox("ackley10s", Cube(10, -32.768, 32.768), ShiftedAckley, 0),
        OnBox("rosenbrock5", Cube(5, -5, 10), Rosenbrock, 0),
        Noisy("hartmann6-noisy", Cube(6, 0, 1), Hartmann6, -3.32237, 0.1),
    ];

    private static (double, double)[] Cube(int dimensions, double low, double high) =>
        [.. Enumerable.Repeat((low, high), dimensions)];

    private static TuningProblem OnBox(
        string name, (double Low, double High)[] box, Func<double[], double> f, double minimum) =>
        new(name, Box(box), (configuration, _) => f(Numbers(configuration)), minimum);

    private static TuningProblem Noisy(
        string name,
        (double Low, double High)[] box,
        Func<double[], double> f,
        double minimum,
        double deviation) => new(
            name,
            Box(box),
            (configuration, seed) => f(Numbers(configuration))
                + deviation * RandomStream.For(seed, Noise, 0, 0).NextNormal(),
            minimum)
        {
            Truth = configuration => f(Numbers(configuration)),
        };

    private static SearchSpace Box((double Low, double High)[] box) => new(
        [.. box.Select((side, i) => new FloatParameter($"x{i}", side.Low, side.High))]);

    private static double[] Numbers(Configuration configuration) =>
        [.. configuration.Values.Select(value => value.AsDouble())];

    private static double Branin(double[] x) =>
        Square(x[1] - 5.1 / (4 * Square(Math.PI)) * Square(x[0]) + 5 / Math.PI * x[0] - 6)
        + 10 * (1 - 1 / (8 * Math.PI)) * Math.Cos(x[0]) + 10;

    private static double Hartmann6(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < 4; i++)
        {
            double exponent = 0;
            for (int j = 0; j < 6; j++)
                exponent += HartmannA[i][j] * Square(x[j] - HartmannQ[i][j] * 1e-4);
            sum += HartmannC[i] * Math.Exp(-exponent);
        }

        return -sum;
    }

    private static double Ackley(double[] x)
    {
        double squares = x.Sum(Square) / x.Length;
        double waves = x.Sum(v => Math.Cos(2 * Math.PI * v)) / x.Length;
        return 20 + Math.E - 20 * Math.Exp(-0.2 * Math.Sqrt(squares)) - Math.Exp(waves);
    }

    private static double ShiftedAckley(double[] x) =>
        Ackley([.. x.Select((v, i) => v - 12 * Math.Cos(2.4 * (i + 1)))]);

    private static double Rosenbrock(double[] x)
    {
        double sum = 0;
        for (int i = 0; i + 1 < x.Length; i++)
            sum += 100 * Square(x[i + 1] - x[i] * x[i]) + Square(1 - x[i]);
        return sum;
    }

    private static double Square(double x) => x * x;
}
