namespace ActorTune.Strategies.Notation;

/// <summary>Functions on the unit cube whose best values are known.</summary>
internal static class TestFunctions
{
    private static readonly double[] Weights = [1, 1.2, 3, 3.2];

    private static readonly double[][] Widths =
    [
        [10, 3, 17, 3.5, 1.7, 8],
        [0.05, 10, 17, 0.1, 8, 14],
        [3, 3.5, 1.7, 10, 17, 8],
        [17, 8, 0.05, 10, 0.1, 14],
    ];

    private static readonly double[][] Centres =
    [
        [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886],
        [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
        [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650],
        [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
    ];

    /// <summary>Hartmann's function of six variables; the least value is -3.32237.</summary>
    internal static double[] Hartmann6(double[] point)
    {
        double sum = 0;
        for (int i = 0; i < Weights.Length; i++)
        {
            double distance = 0;
            for (int j = 0; j < point.Length; j++)
                distance += Widths[i][j] * (point[j] - Centres[i][j]) * (point[j] - Centres[i][j]);
            sum += Weights[i] * Math.Exp(-distance);
        }

        return [-sum];
    }

    /// <summary>
    /// ZDT1 (Zitzler, Deb and Thiele 2000): the front is f2 = 1 - sqrt(f1), all variables but the
    /// first at zero.
    /// </summary>
    internal static double[] Zdt1(double[] point)
    {
        double g = 1 + 9 * point.Skip(1).Sum() / (point.Length - 1);
        return [point[0], g * (1 - Math.Sqrt(point[0] / g))];
    }

    /// <summary>DTLZ2 (Deb, Thiele, Laumanns and Zitzler 2002) with three objectives.</summary>
    internal static double[] Dtlz2(double[] point)
    {
        double g = 1 + point.Skip(2).Sum(x => (x - 0.5) * (x - 0.5));
        (double sin0, double cos0) = Math.SinCos(point[0] * Math.PI / 2);
        (double sin1, double cos1) = Math.SinCos(point[1] * Math.PI / 2);
        return [g * cos0 * cos1, g * cos0 * sin1, g * sin0];
    }
}
