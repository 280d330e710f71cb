using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>The steps from the mean to the solutions of one generation, by rank.</summary>
internal sealed class GenerationSteps
{
    private const double Tiny = 1e-8;

    private readonly CmaSpace _space;
    private readonly CmaWeights _weights;
    private readonly double[] _whitened;

    internal GenerationSteps(CmaSpace space, CmaWeights weights)
    {
        _space = space;
        _weights = weights;
        Steps = Rows(weights.Population, weights.Dimension);
        Activity = Rows(weights.Population, weights.Dimension);
        Weights = new double[weights.Population];
        _whitened = new double[weights.Dimension];
    }

    /// <summary>The steps y; zero where a coordinate is inactive.</summary>
    internal double[][] Steps { get; }

    /// <summary>1 where a coordinate is active, 0 where it is not.</summary>
    internal double[][] Activity { get; }

    /// <summary>The weights of the rank-mu update (46).</summary>
    internal double[] Weights { get; }

    /// <summary>Whether a coordinate is active in a solution that pulls the mean.</summary>
    internal bool WasActive(int coordinate)
    {
        if (!_space.IsConditional)
            return true;
        for (int k = 0; k < _weights.ParentCount; k++)
        {
            if (Activity[k][coordinate] > 0)
                return true;
        }

        return false;
    }

    /// <summary>Takes in a solution.</summary>
    /// <remarks>
    /// One of another generation is held within the length that a draw of this one would have
    /// (Hansen, "Injecting external solutions into CMA-ES", arXiv:1110.4181, equation 3).
    /// </remarks>
    internal void Measure(
        GaussianSearch search, int rank, in RankedSolution solution, int generation)
    {
        double[] step = Steps[rank];
        double active = Fill(search, rank, solution);
        search.Covariance.Whiten(step, _whitened);
        double squares = PortableMath.SumOfSquares(_whitened);
        double size = step.Length;
        double longest = Math.Sqrt(size) + 2 * size / (size + 2);
        if (solution.Solution.Generation != generation && squares > longest * longest)
        {
            double factor = longest / Math.Sqrt(squares);
            for (int i = 0; i < step.Length; i++)
                step[i] *= factor;
            squares = longest * longest;
        }

        double weight = _weights.Weights[rank];
        Weights[rank] = weight >= 0 ? weight : weight * active / (squares + Tiny);
    }

    private double Fill(GaussianSearch search, int rank, in RankedSolution solution)
    {
        double[] step = Steps[rank];
        double active = 0;
        for (int i = 0; i < step.Length; i++)
        {
            bool isActive = !_space.IsConditional
                || _space.IsNumericActive(i, solution.Configuration);
            Activity[rank][i] = isActive ? 1 : 0;
            active += Activity[rank][i];
            step[i] = isActive
                ? (solution.Solution.Place[i] - search.Mean[i]) / (search.Sigma * search.Stretch[i])
                : 0;
        }

        return active;
    }

    private static double[][] Rows(int count, int size) =>
        [.. Enumerable.Range(0, count).Select(_ => new double[size])];
}
