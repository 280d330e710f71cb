using ActorTune.Strategies.Numerics;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// Fits the covariance's parameters: the greatest posterior found from the last fit, and from the
/// default start where there was none or it is asked for.
/// </summary>
internal static class ParameterFit
{
    /// <summary>Of more points a fit sees so many, spread evenly.</summary>
    internal const int MostPoints = 300;

    /// <summary>Beyond so many points only the last fit is a start, and for fewer steps.</summary>
    internal const int ManyPoints = 200;

    private const double Tolerance = 1e-2;
    private const int ColdEvaluations = 60;
    private const int WarmEvaluations = 25;
    private const int FewEvaluations = 12;

    // The logarithms of what still is a number of the model: length scales from 0.01 to 100.
    private const double Reach = 9.21;
    private const double LeastNoise = -20;

    // A start that takes the outputs at their word: short lengths and hardly any noise.
    private const double RoughStart = 1.5;
    private const double ExactStart = -12;
    private const double MostNoise = 1;

    /// <summary>
    /// The logarithms of the fitted parameters, and the negative logarithm of their posterior.
    /// </summary>
    /// <param name="space">The space.</param>
    /// <param name="points">The points.</param>
    /// <param name="outputs">The standardised outputs there.</param>
    /// <param name="last">The logarithms of the last fit, or null.</param>
    /// <param name="isFresh">Whether the default starts are tried as well.</param>
    internal static (double[] Logs, double Value) Of(
        ModelSpace space,
        IReadOnlyList<ModelPoint> points,
        double[] outputs,
        double[]? last,
        bool isFresh)
    {
        bool isLarge = points.Count > ManyPoints;
        (points, outputs) = Thin(points, outputs);
        var posterior = new ParameterPosterior(space, new PointColumns(space, points), outputs);
        BoxProblem problem = Problem(space, posterior);
        double[] best = (double[]?)last?.Clone() ?? Start(space);
        int evaluations = isLarge ? FewEvaluations : WarmEvaluations;
        double least = ProjectedLbfgs.Minimize(
            problem with { MostEvaluations = last is null ? ColdEvaluations : evaluations }, best);
        if (last is null || !isFresh || isLarge)
            return (best, least);
        return LeastFrom(
            [Start(space), Bounds(space, RoughStart, ExactStart)], problem, (best, least));
    }

    private static (double[] Logs, double Value) LeastFrom(
        double[][] starts, BoxProblem problem, (double[] Logs, double Value) best)
    {
        foreach (double[] other in starts)
        {
            double found = ProjectedLbfgs.Minimize(
                problem with { MostEvaluations = ColdEvaluations }, other);
            if (found < best.Value)
                best = (other, found);
        }

        return best;
    }

    private static BoxProblem Problem(ModelSpace space, ParameterPosterior posterior) => new(
        posterior.Evaluate, Bounds(space, -Reach, LeastNoise), Bounds(space, Reach, MostNoise))
    {
        GradientTolerance = Tolerance,
        DecreaseTolerance = 1e-6,
    };

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
