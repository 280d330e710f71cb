namespace ActorTune.Bench.Quality.Problems.Bbob;

/// <summary>Small vectors and matrices of rows, and the shapes that bend coordinates.</summary>
internal static class Vectors
{
    internal static double Dot(double[] left, double[] right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }

    internal static double Squares(double[] x) => Dot(x, x);

    internal static double[] Minus(double[] left, double[] right) =>
        [.. left.Zip(right, (one, other) => one - other)];

    internal static double[] Scale(double[] left, double[] right) =>
        [.. left.Zip(right, (one, other) => one * other)];

    /// <summary>The row x times a matrix.</summary>
    internal static double[] Times(double[] x, double[][] matrix)
    {
        var y = new double[matrix[0].Length];
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < y.Length; j++)
                y[j] += x[i] * matrix[i][j];
        }

        return y;
    }

    internal static double[][] Product(double[][] left, double[][] right) =>
        [.. left.Select(row => Times(row, right))];

    /// <summary>The oscillation T_osz, coordinate by coordinate.</summary>
    internal static double[] Oscillate(double[] x) => [.. x.Select(Oscillate)];

    internal static double Oscillate(double x)
    {
        if (x == 0)
            return 0;
        double log = Math.Log(Math.Abs(x)) / 0.1;
        double waves = x > 0
            ? Math.Sin(log) + Math.Sin(0.79 * log)
            : Math.Sin(0.55 * log) + Math.Sin(0.31 * log);
        return Math.Sign(x) * Math.Pow(Math.Exp(log + 0.49 * waves), 0.1);
    }

    /// <summary>The asymmetry T_asy: raises positive coordinates, later ones more.</summary>
    internal static double[] Bend(double[] x, double beta) => [.. x.Select((value, i) => value > 0
        ? Math.Pow(value, 1 + beta * i / (x.Length - 1) * Math.Sqrt(value))
        : value)];

    /// <summary>10 (d - sum of cosines) + the sum of squares.</summary>
    internal static double Rastrigin(double[] x) =>
        10 * (x.Length - x.Sum(value => Math.Cos(2 * Math.PI * value))) + Squares(x);

    /// <summary>The terms 100 (x_i^2 - x_{i+1})^2 and (x_i - 1)^2 together, for each i.</summary>
    internal static IEnumerable<double> RosenbrockTerms(double[] x)
    {
        for (int i = 0; i + 1 < x.Length; i++)
        {
            double valley = x[i] * x[i] - x[i + 1];
            yield return 100 * valley * valley + (x[i] - 1) * (x[i] - 1);
        }
    }
}
