using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>A covariance matrix without correlations: memory and time linear in d.</summary>
internal sealed class DiagonalCovariance : ICovariance
{
    private const double LeastVariance = 1e-30;

    private readonly double[] _variances;

    /// <summary>Creates the identity.</summary>
    internal DiagonalCovariance(int size)
    {
        _variances = new double[size];
        Array.Fill(_variances, 1);
    }

    /// <inheritdoc/>
    public double[] Elements => [.. _variances];

    /// <inheritdoc/>
    public double Variance(int coordinate) => _variances[coordinate];

    /// <inheritdoc/>
    public void Load(ReadOnlySpan<double> elements)
    {
        SavedState.Demand(
            elements.Length == _variances.Length, "its covariance has another size");
        elements.CopyTo(_variances);
    }

    /// <inheritdoc/>
    public void Colour(ReadOnlySpan<double> z, Span<double> y)
    {
        for (int i = 0; i < _variances.Length; i++)
            y[i] = Math.Sqrt(_variances[i]) * z[i];
    }

    /// <inheritdoc/>
    public void Whiten(ReadOnlySpan<double> y, Span<double> z)
    {
        for (int i = 0; i < _variances.Length; i++)
            z[i] = y[i] / Math.Sqrt(_variances[i]);
    }

    /// <inheritdoc/>
    public void Update(in CovarianceUpdate update)
    {
        for (int i = 0; i < _variances.Length; i++)
            _variances[i] = Math.Max(LeastVariance, Moved(update, i));
    }

    /// <inheritdoc/>
    public (double Least, double Greatest) Axes() =>
        (Math.Sqrt(_variances.Min()), Math.Sqrt(_variances.Max()));

    /// <inheritdoc/>
    public void Localise(Span<double> elements)
    {
        for (int i = 0; i < elements.Length; i++)
            elements[i] /= _variances[i];
    }

    /// <inheritdoc/>
    public double LogDeterminant()
    {
        double sum = 0;
        foreach (double variance in _variances)
            sum += PortableMath.Log(variance);
        return sum;
    }

    private double Moved(in CovarianceUpdate update, int i)
    {
        double kept = 0;
        double moved = 0;
        for (int k = 0; k < update.Steps.Length; k++)
        {
            kept += update.Weights[k] * (update.Activity?[k][i] ?? 1);
            moved += update.StepWeights[k] * update.Steps[k][i] * update.Steps[k][i];
        }

        return (1 + update.Stall - update.RankOneRate - update.RankMuRate * kept) * _variances[i]
            + update.RankOneRate * update.Path[i] * update.Path[i]
            + update.RankMuRate * moved;
    }
}
