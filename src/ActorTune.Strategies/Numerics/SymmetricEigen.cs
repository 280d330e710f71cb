namespace ActorTune.Strategies.Numerics;

/// <summary>
/// The eigenvalues and eigenvectors of a symmetric matrix by the cyclic Jacobi method (Golub and
/// Van Loan, "Matrix computations", 4th edition, section 8.5): rotations in a fixed order until
/// every element off the diagonal is negligible beside its two diagonal elements.
/// </summary>
internal sealed class SymmetricEigen
{
    // Convergence is quadratic; matrices of any size need fewer than ten.
    private const int MostSweeps = 40;
    private const double Negligible = 1.1102230246251565e-16;

    private readonly int _size;
    private readonly double[] _work;

    /// <summary>Creates room for matrices of a size.</summary>
    internal SymmetricEigen(int size)
    {
        _size = size;
        _work = new double[size * size];
        Values = new double[size];
        Vectors = new double[size * size];
    }

    /// <summary>The eigenvalues, in no order but a fixed one.</summary>
    internal double[] Values { get; }

    /// <summary>The eigenvectors, one in each row, of length one.</summary>
    internal double[] Vectors { get; }

    /// <summary>Decomposes a matrix given in rows.</summary>
    internal void Decompose(ReadOnlySpan<double> matrix)
    {
        matrix.CopyTo(_work);
        Array.Clear(Vectors);
        for (int i = 0; i < _size; i++)
            Vectors[i * _size + i] = 1;
        int sweep = 0;
        while (sweep < MostSweeps && Sweep())
            sweep++;
        for (int i = 0; i < _size; i++)
            Values[i] = _work[i * _size + i];
    }

    /// <summary>Computes the matrix with the same eigenvectors and other eigenvalues.</summary>
    internal void Compose(ReadOnlySpan<double> values, Span<double> matrix)
    {
        for (int i = 0; i < _size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = 0;
                for (int k = 0; k < _size; k++)
                    sum += values[k] * (Vectors[k * _size + i] * Vectors[k * _size + j]);
                matrix[i * _size + j] = sum;
                matrix[j * _size + i] = sum;
            }
        }
    }

    private bool Sweep()
    {
        bool isChanged = false;
        for (int p = 0; p < _size - 1; p++)
        {
            for (int q = p + 1; q < _size; q++)
                isChanged |= Eliminate(p, q);
        }

        return isChanged;
    }

    private bool Eliminate(int p, int q)
    {
        double off = _work[p * _size + q];
        double first = _work[p * _size + p];
        double second = _work[q * _size + q];
        if (Math.Abs(off) <= Negligible * Math.Sqrt(Math.Abs(first) * Math.Abs(second)))
            return false;
        double theta = (second - first) / (2 * off);
        double tangent = 1 / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
        if (theta < 0)
            tangent = -tangent;
        double cosine = 1 / Math.Sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        RotateRows(_work, p, q, cosine, sine);
        RotateRows(Vectors, p, q, cosine, sine);
        MirrorRow(p);
        MirrorRow(q);
        _work[p * _size + p] = first - tangent * off;
        _work[q * _size + q] = second + tangent * off;
        _work[p * _size + q] = 0;
        _work[q * _size + p] = 0;
        return true;
    }

    // What stands at the crossings of both rows is set afterwards.
    private void MirrorRow(int row)
    {
        for (int k = 0; k < _size; k++)
            _work[k * _size + row] = _work[row * _size + k];
    }

    private void RotateRows(double[] matrix, int p, int q, double cosine, double sine)
    {
        Span<double> upper = matrix.AsSpan(p * _size, _size);
        Span<double> lower = matrix.AsSpan(q * _size, _size);
        for (int k = 0; k < upper.Length; k++)
        {
            double x = upper[k];
            double y = lower[k];
            upper[k] = cosine * x - sine * y;
            lower[k] = sine * x + cosine * y;
        }
    }
}
