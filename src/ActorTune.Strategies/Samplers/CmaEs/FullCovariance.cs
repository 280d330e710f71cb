using ActorTune.Arithmetic;
using ActorTune.Strategies.Numerics;

namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>A covariance matrix with all its correlations.</summary>
/// <remarks>The roots are a function of the matrix, computed when they are first needed.</remarks>
internal sealed class FullCovariance : ICovariance
{
    // What stands for an eigenvalue that rounding or a negative weight left below it.
    private const double LeastEigenvalue = 1e-30;
    private const double Replacement = 1e-8;

    private readonly int _size;
    private readonly double[] _matrix;
    private readonly SymmetricEigen _eigen;
    private readonly double[] _root;
    private readonly double[] _inverseRoot;
    private readonly double[] _lengths;
    private bool _isDecomposed;

    /// <summary>Creates the identity.</summary>
    internal FullCovariance(int size)
    {
        _size = size;
        _matrix = new double[size * size];
        for (int i = 0; i < size; i++)
            _matrix[i * size + i] = 1;
        _eigen = new SymmetricEigen(size);
        _root = new double[size * size];
        _inverseRoot = new double[size * size];
        _lengths = new double[size];
    }

    /// <inheritdoc/>
    public double[] Elements
    {
        get
        {
            var elements = new List<double>(_size * (_size + 1) / 2);
            for (int i = 0; i < _size; i++)
                elements.AddRange(_matrix.AsSpan(i * _size, i + 1));
            return [.. elements];
        }
    }

    /// <inheritdoc/>
    public double Variance(int coordinate) => _matrix[coordinate * _size + coordinate];

    /// <inheritdoc/>
    public void Load(ReadOnlySpan<double> elements)
    {
        SavedState.Demand(
            elements.Length == _size * (_size + 1) / 2, "its covariance has another size");
        Unpack(elements, _matrix);
        _isDecomposed = false;
    }

    /// <inheritdoc/>
    public void Colour(ReadOnlySpan<double> z, Span<double> y)
    {
        Decompose();
        Multiply(_root, z, y);
    }

    /// <inheritdoc/>
    public void Whiten(ReadOnlySpan<double> y, Span<double> z)
    {
        Decompose();
        Multiply(_inverseRoot, y, z);
    }

    /// <inheritdoc/>
    public void Update(in CovarianceUpdate update)
    {
        double gone = update.RankOneRate - update.Stall
            + (update.Activity is null ? update.RankMuRate * PortableMath.Sum(update.Weights) : 0);
        for (int i = 0; i < _size; i++)
        {
            MoveRow(update, i, gone, _matrix.AsSpan(i * _size, i + 1));
            for (int j = 0; j < i; j++)
                _matrix[j * _size + i] = _matrix[i * _size + j];
        }

        _isDecomposed = false;
        Repair();
    }

    /// <inheritdoc/>
    public (double Least, double Greatest) Axes()
    {
        Decompose();
        return (_lengths.Min(), _lengths.Max());
    }

    /// <inheritdoc/>
    public void Localise(Span<double> elements)
    {
        Decompose();
        var matrix = new double[_size * _size];
        var half = new double[_size * _size];
        Unpack(elements, matrix);
        for (int i = 0; i < _size; i++)
            Multiply(_inverseRoot, matrix.AsSpan(i * _size, _size), half.AsSpan(i * _size, _size));
        int next = 0;
        for (int i = 0; i < _size; i++)
        {
            for (int j = 0; j <= i; j++, next++)
            {
                double sum = 0;
                for (int k = 0; k < _size; k++)
                    sum += _inverseRoot[i * _size + k] * half[k * _size + j];
                elements[next] = i == j ? sum : sum * Math.Sqrt(2);
            }
        }
    }

    /// <inheritdoc/>
    public double LogDeterminant()
    {
        Decompose();
        double sum = 0;
        foreach (double length in _lengths)
            sum += 2 * PortableMath.Log(length);
        return sum;
    }

    private void MoveRow(in CovarianceUpdate update, int i, double gone, Span<double> row)
    {
        double along = update.RankOneRate * update.Path[i];
        for (int j = 0; j < row.Length; j++)
            row[j] = (1 - gone - LostBy(update, i, j)) * row[j] + along * update.Path[j];
        for (int k = 0; k < update.Steps.Length; k++)
        {
            ReadOnlySpan<double> step = update.Steps[k].AsSpan(0, row.Length);
            double pull = update.RankMuRate * update.StepWeights[k] * step[i];
            for (int j = 0; j < row.Length; j++)
                row[j] += pull * step[j];
        }
    }

    // The steps are zero where a coordinate is inactive, and C loses nothing for those.
    private static double LostBy(in CovarianceUpdate update, int i, int j)
    {
        if (update.Activity is not { } activity)
            return 0;
        double weight = 0;
        for (int k = 0; k < activity.Length; k++)
            weight += update.Weights[k] * (activity[k][i] * activity[k][j]);
        return update.RankMuRate * weight;
    }

    private void Unpack(ReadOnlySpan<double> elements, double[] matrix)
    {
        int next = 0;
        for (int i = 0; i < _size; i++)
        {
            for (int j = 0; j <= i; j++, next++)
            {
                matrix[i * _size + j] = elements[next];
                matrix[j * _size + i] = elements[next];
            }
        }
    }

    private void Decompose()
    {
        if (_isDecomposed)
            return;
        _eigen.Decompose(_matrix);
        for (int k = 0; k < _size; k++)
            _lengths[k] = Math.Sqrt(Math.Max(_eigen.Values[k], LeastEigenvalue));
        for (int i = 0; i < _size; i++)
        {
            for (int k = 0; k < _size; k++)
                _root[i * _size + k] = _eigen.Vectors[k * _size + i] * _lengths[k];
        }

        double[] inverses = [.. _lengths.Select(length => 1 / length)];
        _eigen.Compose(inverses, _inverseRoot);
        _isDecomposed = true;
    }

    private void Repair()
    {
        Decompose();
        if (_eigen.Values.All(value => value >= LeastEigenvalue))
            return;
        double[] values = [.. _eigen.Values.Select(
            value => value >= LeastEigenvalue ? value : Replacement)];
        _eigen.Compose(values, _matrix);
        _isDecomposed = false;
    }

    private void Multiply(double[] matrix, ReadOnlySpan<double> vector, Span<double> product)
    {
        for (int i = 0; i < _size; i++)
            product[i] = PortableMath.Dot(matrix.AsSpan(i * _size, _size), vector);
    }
}
