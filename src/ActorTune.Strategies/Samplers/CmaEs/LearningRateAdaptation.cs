using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>
/// Scales each generation's move of the mean and of the covariance so that its signal keeps a fixed
/// ratio to its noise (Nomura, Akimoto and Ono, "CMA-ES with learning rate adaptation", GECCO
/// 2023, section 4).
/// </summary>
internal sealed class LearningRateAdaptation
{
    private const double SignalRatio = 1.4;
    private const double MeanMemory = 0.1;
    private const double CovarianceMemory = 0.03;
    private const double Damping = 0.1;

    private readonly ICovariance _old;
    private readonly double[] _oldMean;
    private readonly double[] _meanMove;
    private readonly double[] _localMove;
    private double _oldSigma;

    /// <summary>Creates the rates of a distribution: one each.</summary>
    /// <param name="size">The number of coordinates.</param>
    /// <param name="empty">A covariance of the distribution's kind, taken over.</param>
    internal LearningRateAdaptation(int size, ICovariance empty)
    {
        _old = empty;
        _oldMean = new double[size];
        _meanMove = new double[size];
        _localMove = new double[size];
        MeanSignal = new double[size];
        CovarianceSignal = new double[empty.Elements.Length];
    }

    /// <summary>The smoothed local moves of the mean.</summary>
    internal double[] MeanSignal { get; }

    /// <summary>The smoothed local moves of the covariance.</summary>
    internal double[] CovarianceSignal { get; }

    /// <summary>
    /// The two rates, and the smoothed squares of the two moves.
    /// </summary>
    internal double[] Rates { get; } = [1, 1, 0, 0];

    /// <summary>Keeps the distribution as it is before a generation.</summary>
    internal void Remember(GaussianSearch search)
    {
        search.Mean.CopyTo(_oldMean, 0);
        _oldSigma = search.Sigma;
        _old.Load(search.Covariance.Elements);
    }

    /// <summary>Replaces a whole move by a part of it.</summary>
    internal void Apply(GaussianSearch search)
    {
        for (int i = 0; i < _meanMove.Length; i++)
            _meanMove[i] = search.Mean[i] - _oldMean[i];
        double[] before = Scaled(_old.Elements, _oldSigma);
        double[] move = Scaled(search.Covariance.Elements, search.Sigma);
        for (int i = 0; i < move.Length; i++)
            move[i] -= before[i];
        double oldRate = Rates[0];
        Adapt(move);
        for (int i = 0; i < _meanMove.Length; i++)
            search.Mean[i] = _oldMean[i] + Rates[0] * _meanMove[i];
        for (int i = 0; i < move.Length; i++)
            before[i] += Rates[1] * move[i];
        SetScale(search, before);

        // The best step size is inversely proportional to the rate of the mean (section 4.3).
        search.Sigma *= oldRate / Rates[0];
    }

    private void Adapt(double[] move)
    {
        _old.Whiten(_meanMove, _localMove);
        for (int i = 0; i < _localMove.Length; i++)
            _localMove[i] /= _oldSigma;
        double[] local = [.. move];
        _old.Localise(local);
        double factor = 1 / (Math.Sqrt(2) * _oldSigma * _oldSigma);
        for (int i = 0; i < local.Length; i++)
            local[i] *= factor;
        Adapt(0, _localMove, MeanSignal, MeanMemory);
        Adapt(1, local, CovarianceSignal, CovarianceMemory);
    }

    private void Adapt(int which, double[] move, double[] signal, double memory)
    {
        for (int i = 0; i < signal.Length; i++)
            signal[i] = (1 - memory) * signal[i] + memory * move[i];
        double power = (1 - memory) * Rates[which + 2]
            + memory * PortableMath.SumOfSquares(move);
        Rates[which + 2] = power;
        double squares = PortableMath.SumOfSquares(signal);
        if (!(power - squares > 0))
            return;
        double ratio = (squares - memory / (2 - memory) * power) / (power - squares);
        double rate = Rates[which];
        double excess = Math.Clamp(ratio / SignalRatio / rate - 1, -1, 1);
        Rates[which] = Math.Min(
            1, rate * PortableMath.Exp(Math.Min(Damping * rate, memory) * excess));
    }

    private static void SetScale(GaussianSearch search, double[] elements)
    {
        search.Covariance.Load(elements);
        double sigma = PortableMath.Exp(
            search.Covariance.LogDeterminant() / 2 / search.Mean.Length);
        search.Sigma = sigma;
        search.Covariance.Load(Scaled(elements, 1 / sigma));
    }

    private static double[] Scaled(double[] elements, double sigma)
    {
        var scaled = new double[elements.Length];
        for (int i = 0; i < scaled.Length; i++)
            scaled[i] = elements[i] * (sigma * sigma);
        return scaled;
    }
}
