using ActorTune.Strategies.Numerics;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// Fits the covariance's parameters: the greatest posterior found from the last fit, and from the
/// default start where there was none or it is asked for.
/// </summary>
internal static class ParameterFit
{
    /// <summary>Of more points a fit sees so many, spread evenly.</summary>
    internal const int MostPoints = 400;

    private const double Tolerance = 1e-2;
    private const int ColdEvaluations = 60;
    private const int WarmEvaluations = 25;

    // The logarithms of what still is a number of the model: length scales from 0.01 to 100.
    private const double Reach = 9.21;
    private const double LeastNoise = -20;
    private const double MostNoise = 1;

    /// <summary>The logarithms of the fitted parameters.</summary>
    /// <param name="space">The space.</param>
    /// <param name="points">The points.</param>
    /// <param name="outputs">The standardised outputs there.</param>
    /// <param name="last">The logarithms of the last fit, or null.</param>
    /// <param name="isFresh">Whether the default start is tried as well.</param>
    internal static double[] Of(
        ModelSpace space,
        IReadOnlyList<ModelPoint> points,
        double[] outputs,
        double[]? last,
        bool isFresh)
    {
        (points, outputs) = Thin(points, outputs);
        var posterior = new ParameterPosterior(space, new PointColumns(space, points), outputs);
        var problem = new BoxProblem(
            posterior.Evaluate, Bounds(space, -Reach, LeastNoise), Bounds(space, Reach, MostNoise))
        {
            MostEvaluations = WarmEvaluations,
            GradientTolerance = Tolerance,
            DecreaseTolerance = 1e-6,
        };
        double[]? best = (double[]?)last?.Clone();
        double least = best is null
            ? double.PositiveInfinity
            : ProjectedLbfgs.Minimize(problem, best);
        if (best is not null && !isFresh)
            return best;
        double[] fresh = Start(space);
        double found = ProjectedLbfgs.Minimize(
            problem with { MostEvaluations = ColdEvaluations }, fresh);
        return best is null || found < least ? fresh : best;
    }

    /// <summary>Where a fit starts that follows no other.</summary>
    internal static double[] Start(ModelSpace space) => Bounds(space, 0, -4.6);

    private static double[] Bounds(ModelSpace space, double bound, double noise)
    {
        var bounds = new double[ParameterPosterior.CountOf(space)];
        Array.Fill(bounds, bound);
        bounds[^1] = noise;
        return bounds;
    }

    private static (IReadOnlyList<ModelPoint> Points, double[] Outputs) Thin(
        IReadOnlyList<ModelPoint> points, double[] outputs)
    {
        if (points.Count <= MostPoints)
            return (points, outputs);
        var kept = new ModelPoint[MostPoints];
        var values = new double[MostPoints];
        for (int i = 0; i < MostPoints; i++)
        {
            int index = (int)((long)i * points.Count / MostPoints);
            kept[i] = points[index];
            values[i] = outputs[index];
        }

        return (kept, values);
    }
}
