using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>
/// The weights and learning rates of CMA-ES for a dimension and a population, by table 1 of Hansen,
/// "The CMA evolution strategy: a tutorial", arXiv:1604.00772 (equation numbers are its).
/// </summary>
internal sealed class CmaWeights
{
    private const double AlphaCovariance = 2;

    private readonly double[] _weights;

    /// <summary>Computes them.</summary>
    /// <param name="dimension">How many coordinates are normally distributed.</param>
    /// <param name="population">How many solutions a generation has, at least 2.</param>
    /// <param name="isSeparable">
    /// Whether only the diagonal is learnt, which allows rates (d + 2) / 3 times as high (Ros and
    /// Hansen, "A simple modification in CMA-ES achieving linear time and space complexity",
    /// PPSN 2008).
    /// </param>
    internal CmaWeights(int dimension, int population, bool isSeparable)
    {
        Dimension = dimension;
        Population = population;
        ParentCount = population / 2;
        _weights = new double[population];
        for (int i = 0; i < population; i++)
            _weights[i] = PortableMath.Log((population + 1) / 2.0) - PortableMath.Log(i + 1);
        Effective = EffectiveCount(_weights.AsSpan(0, ParentCount));
        double lost = EffectiveCount(_weights.AsSpan(ParentCount));
        double speed = isSeparable ? (dimension + 2) / 3.0 : 1;
        SetCovarianceRates(dimension, speed);
        Normalise(lost);
        PathRate = (Effective + 2) / (dimension + Effective + 5);
        Damping = 1 + PathRate
            + 2 * Math.Max(0, Math.Sqrt((Effective - 1) / (dimension + 1)) - 1);
        double share = Effective / Math.Max(1, dimension);
        RankOnePathRate = (4 + share) / (dimension + 4 + 2 * share);
        double d = Math.Max(1, dimension);
        ExpectedNorm = Math.Sqrt(d) * (1 - 1 / (4 * d) + 1 / (21 * d * d));
    }

    /// <summary>d.</summary>
    internal int Dimension { get; }

    /// <summary>Lambda.</summary>
    internal int Population { get; }

    /// <summary>Mu: how many solutions pull the mean.</summary>
    internal int ParentCount { get; }

    /// <summary>The weights by rank; the first ones add to 1, the last ones are negative.</summary>
    internal double[] Weights => _weights;

    /// <summary>Mu_eff, of the positive weights.</summary>
    internal double Effective { get; }

    /// <summary>c_1, of the rank-one update.</summary>
    internal double RankOneRate { get; private set; }

    /// <summary>c_mu, of the rank-mu update.</summary>
    internal double RankMuRate { get; private set; }

    /// <summary>c_sigma, of the path of the step size (55).</summary>
    internal double PathRate { get; }

    /// <summary>d_sigma (55).</summary>
    internal double Damping { get; }

    /// <summary>c_c, of the path of the covariance (56).</summary>
    internal double RankOnePathRate { get; }

    /// <summary>About E |N(0, I)|.</summary>
    internal double ExpectedNorm { get; }

    /// <summary>4 + floor(3 ln d), (48).</summary>
    internal static int DefaultPopulation(int dimension) =>
        4 + (int)(3 * PortableMath.Log(Math.Max(1, dimension)));

    private void SetCovarianceRates(int dimension, double speed)
    {
        double near = dimension + 1.3;
        double far = dimension + 2.0;
        RankOneRate = Math.Min(
            0.5, speed * AlphaCovariance / (near * near + Effective));
        RankMuRate = Math.Min(
            1 - RankOneRate - 1e-8,
            speed * AlphaCovariance * (Effective - 2 + 1 / Effective)
                / (far * far + AlphaCovariance * Effective / 2));
    }

    // (49) to (53)
    private void Normalise(double lost)
    {
        double positive = 0;
        double negative = 0;
        foreach (double weight in _weights)
        {
            positive += Math.Max(0, weight);
            negative += Math.Max(0, -weight);
        }

        // With populations of two and three the rank-mu rate is zero and there is nothing to lose.
        double least = RankMuRate <= 0 || Dimension == 0 ? 0 : Math.Min(
            1 + RankOneRate / RankMuRate,
            Math.Min(
                1 + 2 * lost / (Effective + 2),
                (1 - RankOneRate - RankMuRate) / (Dimension * RankMuRate)));
        for (int i = 0; i < _weights.Length; i++)
            _weights[i] = _weights[i] >= 0
                ? _weights[i] / positive
                : _weights[i] * Math.Max(0, least) / negative;
    }

    private static double EffectiveCount(ReadOnlySpan<double> weights)
    {
        double sum = 0;
        double squares = 0;
        foreach (double weight in weights)
        {
            sum += weight;
            squares += weight * weight;
        }

        return squares > 0 ? sum * sum / squares : 0;
    }
}
