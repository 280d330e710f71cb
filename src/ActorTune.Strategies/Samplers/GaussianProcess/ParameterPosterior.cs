using ActorTune.Arithmetic;
using ActorTune.Strategies.Numerics;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// The negative logarithm of the posterior of the covariance's parameters, less a constant, and
/// its gradient by their logarithms.
/// </summary>
/// <remarks>
/// With K the covariance of the outputs y and alpha = K^-1 y, the likelihood's part is
/// (y alpha + log det K) / 2 and its derivative tr((K^-1 - alpha alpha^T) dK) / 2 (Rasmussen and
/// Williams, 2006, 5.4.1). The priors are Optuna's: -0.1 (t + 1 / t) for each inverse squared
/// length scale t, Gamma(2, 1) for a variance, Gamma(1.1, 30) for the noise.
/// </remarks>
internal sealed class ParameterPosterior(
    ModelSpace space, PointColumns columns, double[] outputs)
{
    private readonly double[] _values = new double[columns.Stride];
    private readonly double[] _parts = new double[space.Groups.Length * columns.Stride];
    private readonly double[] _slopes = new double[space.Groups.Length * columns.Stride];

    /// <summary>How many parameters there are.</summary>
    internal int Count => CountOf(space);

    /// <summary>How many parameters the covariance on a space has.</summary>
    internal static int CountOf(ModelSpace space) =>
        space.Parameters.Length + space.Groups.Length + 1;

    /// <summary>Evaluates at logarithms of the parameters.</summary>
    internal double Evaluate(ReadOnlySpan<double> logs, Span<double> gradient)
    {
        var parameters = new CovarianceParameters(space, logs);
        var kernel = new MaternKernel(space, parameters);
        CholeskyFactor factor = Factor(kernel);
        if (factor.IsRaised)
            return double.PositiveInfinity;
        var alpha = (double[])outputs.Clone();
        factor.SolveForward(alpha);
        factor.SolveBackward(alpha);
        double value = 0.5 * (FourDots.One(outputs, alpha) + factor.LogDeterminant);
        gradient.Clear();
        AddTraces(kernel, alpha, CholeskyInverse.Of(factor), gradient);
        return value + AddPriors(parameters, logs, gradient);
    }

    private CholeskyFactor Factor(MaternKernel kernel)
    {
        var factor = new CholeskyFactor(columns.Count);
        for (int i = 0; i < columns.Count; i++)
        {
            ModelPoint point = columns.Points[i];
            kernel.Fill(columns, point, i + 1, _values);
            _values[i] = kernel.Parameters.VarianceAt(point) + kernel.Parameters.Noise;
            factor.Append(_values.AsSpan(0, i + 1));
        }

        return factor;
    }

    // K is symmetric: each pair of points counts once, without the half.
    private void AddTraces(
        MaternKernel kernel, double[] alpha, double[] inverse, Span<double> gradient)
    {
        double diagonal = 0;
        int offset = 0;
        for (int i = 0; i < columns.Count; offset += ++i)
        {
            Span<double> row = inverse.AsSpan(offset, i + 1);
            for (int j = 0; j <= i; j++)
                row[j] -= alpha[i] * alpha[j];
            double own = 0.5 * row[i];
            diagonal += own;
            AddRow(kernel, i, row[..i], gradient);
            AddOwn(kernel, columns.Points[i], own, gradient);
        }

        gradient[^1] += diagonal * kernel.Parameters.ExtraNoise;
    }

    private void AddRow(
        MaternKernel kernel, int index, ReadOnlySpan<double> weights, Span<double> gradient)
    {
        ModelPoint point = columns.Points[index];
        kernel.Fill(columns, point, index, _values, _parts, _slopes);
        for (int g = 0; g < space.Groups.Length; g++)
        {
            if (!point.Groups[g])
                continue;
            int start = g * columns.Stride;
            gradient[space.Parameters.Length + g] +=
                FourDots.One(weights, _parts.AsSpan(start, index));
            Span<double> weighted = _slopes.AsSpan(start, index);
            for (int j = 0; j < index; j++)
                weighted[j] *= weights[j];
            foreach (int p in space.Groups[g].Members)
            {
                gradient[p] += kernel.Parameters.InverseSquares[p]
                    * WeightedSquares(point.Coordinates[p], p, weighted);
            }
        }
    }

    private double WeightedSquares(double own, int parameter, ReadOnlySpan<double> weights)
    {
        ReadOnlySpan<double> column =
            columns.Coordinates.AsSpan(parameter * columns.Stride, weights.Length);
        return space.Parameters[parameter].IsCategorical
            ? CoordinateSums.Different(column, own, weights)
            : CoordinateSums.Squares(column, own, weights);
    }

    private void AddOwn(
        MaternKernel kernel, ModelPoint point, double weight, Span<double> gradient)
    {
        for (int g = 0; g < space.Groups.Length; g++)
        {
            if (point.Groups[g])
                gradient[space.Parameters.Length + g] += weight * kernel.Parameters.Variances[g];
        }
    }

    private static double AddPriors(
        CovarianceParameters parameters, ReadOnlySpan<double> logs, Span<double> gradient)
    {
        double value = 0;
        int next = 0;
        foreach (double square in parameters.InverseSquares)
        {
            value += 0.1 / square + 0.1 * square;
            gradient[next++] += 0.1 * square - 0.1 / square;
        }

        foreach (double variance in parameters.Variances)
        {
            value += variance - logs[next];
            gradient[next++] += variance - 1;
        }

        double noise = parameters.Noise;
        gradient[next] += parameters.ExtraNoise * (30 - 0.1 / noise);
        return value + 30 * noise - 0.1 * PortableMath.Log(noise);
    }
}
