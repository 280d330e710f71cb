using ActorTune.Strategies.Numerics;

namespace ActorTune.Strategies.Samplers.Evolutionary;

/// <summary>
/// Brings objectives to one scale (Deb and Jain, IEEE Transactions on Evolutionary Computation 18,
/// 2014, part I, section IV C): the ideal point becomes the origin, and where the plane through the
/// extreme points meets an axis becomes 1.
/// </summary>
internal static class NicheNormalisation
{
    private const double OffAxis = 1e-6;

    /// <summary>The points on the new scale.</summary>
    internal static double[][] Of(IReadOnlyList<double[]> points)
    {
        int objectives = points[0].Length;
        var ideal = new double[objectives];
        for (int i = 0; i < objectives; i++)
            ideal[i] = points.Min(point => point[i]);
        double[][] moved =
            [.. points.Select(point => point.Select((value, i) => value - ideal[i]).ToArray())];
        double[] scale = Intercepts(moved) ?? Greatest(moved);
        return [.. moved.Select(point => point.Select((value, i) => value / scale[i]).ToArray())];
    }

    // Null where the extreme points span no plane that meets every axis beyond the origin.
    private static double[]? Intercepts(double[][] moved)
    {
        int objectives = moved[0].Length;
        var plane = new double[objectives][];
        for (int axis = 0; axis < objectives; axis++)
            plane[axis] = [.. Extreme(moved, axis), 1];
        if (LinearSystem.Solve(plane) is not { } inverse)
            return null;
        double[] greatest = Greatest(moved);
        var intercepts = new double[objectives];
        for (int i = 0; i < objectives; i++)
        {
            intercepts[i] = 1 / inverse[i];
            if (!(inverse[i] > 0) || !(intercepts[i] >= OffAxis * greatest[i])
                || !double.IsFinite(intercepts[i]))
                return null;
        }

        return intercepts;
    }

    // The least by the achievement scalarising function for the axis, the first of equal ones.
    private static double[] Extreme(double[][] moved, int axis)
    {
        double[] best = moved[0];
        double least = double.PositiveInfinity;
        foreach (double[] point in moved)
        {
            double greatest = 0;
            for (int i = 0; i < point.Length; i++)
                greatest = Math.Max(greatest, i == axis ? point[i] : point[i] / OffAxis);
            if (greatest < least)
                (least, best) = (greatest, point);
        }

        return best;
    }

    private static double[] Greatest(double[][] moved)
    {
        var greatest = new double[moved[0].Length];
        for (int i = 0; i < greatest.Length; i++)
        {
            greatest[i] = moved.Max(point => point[i]);
            if (!(greatest[i] > 0))
                greatest[i] = 1;
        }

        return greatest;
    }
}
