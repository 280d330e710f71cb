namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// What is worth trying: the logarithm of the expected improvement over an incumbent, plus that
/// of the chance of each constraint to hold (Gardner et al., "Bayesian optimization with
/// inequality constraints", ICML 2014).
/// </summary>
/// <param name="objective">The model of the objective; null while no trial is feasible.</param>
/// <param name="incumbent">What is to be improved on.</param>
/// <param name="constraints">The models of the constraints.</param>
/// <param name="bounds">At most how much of each holds.</param>
internal sealed class AcquisitionFunction(
    Posterior? objective, double incumbent, Posterior[] constraints, double[] bounds)
{
    private readonly double[] _means = new double[Posterior.Block];
    private readonly double[] _deviations = new double[Posterior.Block];

    /// <summary>The model whose length scales scale the search.</summary>
    internal Posterior Main => objective ?? constraints[0];

    /// <summary>The values at up to sixteen points.</summary>
    internal void Evaluate(ReadOnlySpan<ModelPoint> points, Span<double> values)
    {
        values[..points.Length].Clear();
        if (objective is not null)
        {
            objective.Predict(points, _means, _deviations);
            for (int i = 0; i < points.Length; i++)
                values[i] = Improvement(_means[i], _deviations[i]).Value;
        }

        for (int c = 0; c < constraints.Length; c++)
        {
            constraints[c].Predict(points, _means, _deviations);
            for (int i = 0; i < points.Length; i++)
                values[i] += Feasibility(c, _means[i], _deviations[i]).Value;
        }
    }

    /// <summary>The value at a point, and its gradient by the model's parameters.</summary>
    internal double Evaluate(ModelPoint point, Span<double> gradient)
    {
        gradient.Clear();
        double value = 0;
        if (objective is not null)
        {
            (double mean, double deviation) = objective.Predict(point);
            Judgement found = Improvement(mean, deviation);
            objective.AddGradient(point, deviation, found.ByMean, found.ByDeviation, gradient);
            value = found.Value;
        }

        for (int c = 0; c < constraints.Length; c++)
        {
            (double mean, double deviation) = constraints[c].Predict(point);
            Judgement found = Feasibility(c, mean, deviation);
            constraints[c].AddGradient(
                point, deviation, found.ByMean, found.ByDeviation, gradient);
            value += found.Value;
        }

        return value;
    }

    private Judgement Improvement(double mean, double deviation)
    {
        (double log, double slope, double density) =
            NormalTail.LogImprovement((incumbent - mean) / deviation);
        return new Judgement(
            log + Arithmetic.PortableMath.Log(deviation), -slope / deviation, density / deviation);
    }

    private Judgement Feasibility(int constraint, double mean, double deviation)
    {
        double z = (bounds[constraint] - mean) / deviation;
        (double log, double slope) = NormalTail.LogCdf(z);
        return new Judgement(log, -slope / deviation, -slope * z / deviation);
    }

    private readonly record struct Judgement(double Value, double ByMean, double ByDeviation);
}
