using ActorTune.Arithmetic;
using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.GaussianProcess;

namespace ActorTune.Strategies.Stopping;

/// <summary>
/// An upper bound of the simple regret under a Gaussian process: the least that any configuration
/// may reach lies above the lowest lower bound, and the best trial lies below the lowest upper one.
/// </summary>
/// <remarks>
/// bound = min over the best half of (m + w s) - min over the space of (m - w s), w^2 = beta, with
/// beta = 2 ln(d n^2 pi^2 / (6 delta)) / 5, delta = 0.1 (Srinivas et al., "Gaussian process
/// optimization in the bandit setting", ICML 2010, theorem 1 with d parameters for the size of the
/// space, and their factor of a fifth). The space is 2,048 points spread over it and the half.
/// </remarks>
internal sealed class RegretEstimator(StudySpecification specification)
{
    private const double Delta = 0.1;
    private const int SpreadPoints = 2048;

    private static readonly StreamName Spread = new("regret-bound");

    private readonly ModelSpace _space = new(specification.SearchSpace);

    /// <summary>The logarithms of the model's parameters before any fit.</summary>
    internal double[] Default => ParameterFit.Start(_space);

    /// <summary>beta for a number of parameters and of trials in the half.</summary>
    internal static double Beta(int dimensions, int count) => 2.0 / 5 * PortableMath.Log(
        dimensions * (double)count * count * Math.PI * Math.PI / (6 * Delta));

    /// <summary>The point of a configuration.</summary>
    internal ModelPoint PointOf(Configuration configuration) =>
        _space.Settle(specification.SearchSpace.Encode(configuration));

    /// <summary>The logarithms of the parameters that fit a half best.</summary>
    internal double[] Fit(BestHalf half, IReadOnlyList<ModelPoint> points) =>
        _space.Groups.Length == 0
            ? Default
            : ParameterFit.Of(_space, points, half.Outputs, null, isFresh: false).Logs;

    /// <summary>The bound in units of the objective.</summary>
    /// <param name="half">The best half.</param>
    /// <param name="points">Its points.</param>
    /// <param name="logs">The logarithms of the model's parameters.</param>
    /// <param name="completed">How many trials have completed: it keys the spread points.</param>
    internal double Bound(
        BestHalf half, IReadOnlyList<ModelPoint> points, double[] logs, int completed)
    {
        // One configuration is the whole space, and it was tried.
        if (_space.Groups.Length == 0)
            return 0;
        Posterior posterior = new FactorMemo().Model(_space, logs, points, half.Outputs);
        double width = Math.Sqrt(Beta(_space.Parameters.Length, half.Trials.Count));
        (double lowest, double highest) = Lowest(posterior, points, width);
        RandomStream chance = RandomStream.For(specification.Seed, Spread, completed, 0);
        ModelPoint[] spread = [.. ProbePoints.Spread(_space, SpreadPoints, chance)
            .Where(_space.IsAllowed)];
        lowest = Math.Min(lowest, Lowest(posterior, spread, width).Lower);
        return half.Deviation * (highest - lowest);
    }

    // The lowest of the lower and the lowest of the upper ends at some points.
    private static (double Lower, double Upper) Lowest(
        Posterior posterior, IReadOnlyList<ModelPoint> points, double width)
    {
        double lower = double.PositiveInfinity;
        double upper = double.PositiveInfinity;
        var means = new double[Posterior.Block];
        var deviations = new double[Posterior.Block];
        foreach (ModelPoint[] block in points.Chunk(Posterior.Block))
        {
            posterior.Predict(block, means, deviations);
            for (int i = 0; i < block.Length; i++)
            {
                lower = Math.Min(lower, means[i] - width * deviations[i]);
                upper = Math.Min(upper, means[i] + width * deviations[i]);
            }
        }

        return (lower, upper);
    }
}
