using ActorTune.Arithmetic;
using ActorTune.Randomness;

namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>
/// The normal distribution of CMA-ES and how a generation moves it (Hansen, arXiv:1604.00772,
/// figure 6), with the margin of discrete coordinates.
/// </summary>
/// <remarks>
/// A coordinate that is inactive in a solution exerts no pull: its step counts as zero in the mean
/// and in the paths, which are scaled by the solutions in which it is active, and the elements of C
/// that it belongs to stay as they are.
/// </remarks>
internal sealed class GaussianSearch
{
    private const double LargestStep = 1e32;

    private readonly CmaSpace _space;
    private readonly CmaWeights _weights;
    private readonly double _margin;
    private readonly GenerationSteps _steps;
    private readonly PlaceDraws _draws;
    private readonly double[] _whitened;
    private readonly double[] _pull;

    internal GaussianSearch(
        CmaSpace space, CmaWeights weights, bool isSeparable, double sigma, double margin)
    {
        _space = space;
        _weights = weights;
        _margin = margin;
        int size = weights.Dimension;
        Mean = new double[size];
        Array.Fill(Mean, 0.5);
        Sigma = sigma;
        Covariance = Identity(isSeparable, size);
        StepPath = new double[size];
        CovariancePath = new double[size];
        Stretch = new double[size];
        Array.Fill(Stretch, 1);
        _steps = new GenerationSteps(space, weights);
        _draws = new PlaceDraws(space);
        _whitened = new double[size];
        _pull = new double[size];
    }

    /// <summary>m, on the unit cube.</summary>
    internal double[] Mean { get; }

    /// <summary>The step size.</summary>
    internal double Sigma { get; set; }

    /// <summary>C.</summary>
    internal ICovariance Covariance { get; }

    /// <summary>p_sigma.</summary>
    internal double[] StepPath { get; }

    /// <summary>p_c.</summary>
    internal double[] CovariancePath { get; }

    /// <summary>The diagonal of A, by which discrete coordinates are stretched.</summary>
    internal double[] Stretch { get; }

    /// <summary>What slows the moves down where they are noise; null where nothing does.</summary>
    internal LearningRateAdaptation? Rates { get; private set; }

    /// <summary>From now on the learning rates are adapted.</summary>
    internal void AdaptRates() => Rates = new LearningRateAdaptation(
        Mean.Length, Identity(Covariance is DiagonalCovariance, Mean.Length));

    /// <summary>
    /// Draws a place with a number from 0 to 1 for each coordinate, or where that leaves the cube
    /// by chance.
    /// </summary>
    internal void Draw(ReadOnlySpan<double> numbers, RandomStream chance, double[] place) =>
        _draws.Next(this, numbers, chance, place);

    /// <summary>Moves the distribution by a whole generation, best solution first.</summary>
    /// <param name="ranked">Its solutions.</param>
    /// <param name="generation">Its number from 0.</param>
    internal void Update(ReadOnlySpan<RankedSolution> ranked, int generation)
    {
        if (Mean.Length == 0)
            return;
        for (int k = 0; k < ranked.Length; k++)
            _steps.Measure(this, k, ranked[k], generation);
        Rates?.Remember(this);
        Recombine();
        double norm = MoveStepPath();
        Sigma = Math.Min(LargestStep, Sigma * PortableMath.Exp(
            _weights.PathRate / _weights.Damping * (norm / _weights.ExpectedNorm - 1)));
        MoveCovariance(norm, generation + 1);
        Rates?.Apply(this);
        KeepMargins();
    }

    /// <summary>The same distribution, from now on with its correlations learnt.</summary>
    internal GaussianSearch Correlated(CmaWeights weights)
    {
        var search = new GaussianSearch(_space, weights, false, Sigma, _margin);
        int size = Mean.Length;
        var elements = new double[size * (size + 1) / 2];
        for (int i = 0, diagonal = 0; i < size; i++, diagonal += i + 1)
            elements[diagonal] = Covariance.Variance(i);
        search.Covariance.Load(elements);
        Mean.CopyTo(search.Mean, 0);
        StepPath.CopyTo(search.StepPath, 0);
        CovariancePath.CopyTo(search.CovariancePath, 0);
        Stretch.CopyTo(search.Stretch, 0);
        return search;
    }

    /// <summary>Gives every discrete coordinate its margin.</summary>
    internal void KeepMargins()
    {
        for (int i = 0; i < Mean.Length; i++)
        {
            if (_space.Cells[i] is { } cells)
                IntegerMargin.Apply(
                    cells,
                    _margin,
                    Sigma * Math.Sqrt(Covariance.Variance(i)),
                    ref Mean[i],
                    ref Stretch[i]);
        }
    }

    // (41) and (42). The pull on a path has the same variance however often a coordinate is active.
    private void Recombine()
    {
        for (int i = 0; i < _pull.Length; i++)
        {
            double shift = 0;
            double squares = 0;
            for (int k = 0; k < _weights.ParentCount; k++)
            {
                double weight = _weights.Weights[k];
                shift += weight * _steps.Steps[k][i];
                squares += weight * weight * _steps.Activity[k][i];
            }

            Mean[i] += Sigma * shift;
            _pull[i] = squares > 0 ? shift / Math.Sqrt(squares) : 0;
        }
    }

    // (43), and where nothing was active the path stays.
    private double MoveStepPath()
    {
        double rate = _weights.PathRate;
        double gain = Math.Sqrt(rate * (2 - rate));
        Covariance.Whiten(_pull, _whitened);
        for (int i = 0; i < StepPath.Length; i++)
        {
            if (_steps.WasActive(i))
                StepPath[i] = (1 - rate) * StepPath[i] + gain * _whitened[i];
        }

        return Math.Sqrt(PortableMath.SumOfSquares(StepPath));
    }

    // (45) and (47)
    private void MoveCovariance(double norm, int generations)
    {
        double rate = _weights.RankOnePathRate;
        double settled = 1 - PortableMath.Pow(1 - _weights.PathRate, 2 * (generations + 1));
        bool isStalled = norm / Math.Sqrt(settled)
            >= (1.4 + 2.0 / (Mean.Length + 1)) * _weights.ExpectedNorm;
        double gain = isStalled ? 0 : Math.Sqrt(rate * (2 - rate));
        for (int i = 0; i < CovariancePath.Length; i++)
        {
            if (_steps.WasActive(i))
                CovariancePath[i] = (1 - rate) * CovariancePath[i] + gain * _pull[i];
        }

        Covariance.Update(new CovarianceUpdate(
            CovariancePath,
            _weights.RankOneRate,
            isStalled ? _weights.RankOneRate * rate * (2 - rate) : 0,
            _weights.RankMuRate,
            _weights.Weights,
            _steps.Weights,
            _steps.Steps,
            _space.IsConditional ? _steps.Activity : null));
    }

    private static ICovariance Identity(bool isSeparable, int size) =>
        isSeparable ? new DiagonalCovariance(size) : new FullCovariance(size);
}
