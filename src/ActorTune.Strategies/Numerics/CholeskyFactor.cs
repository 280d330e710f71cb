using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Numerics;

/// <summary>
/// The lower triangular L with L L^T = A of a symmetric positive definite matrix A, packed row
/// after row and grown row by row. A row depends on those before it alone, so that a factor that
/// was extended holds the same bits as one that was computed at once.
/// </summary>
/// <remarks>
/// Row-oriented Cholesky-Banachiewicz (Golub and Van Loan, "Matrix computations", 4.2); every inner
/// product is one of <see cref="FourDots"/>.
/// </remarks>
internal sealed class CholeskyFactor
{
    /// <summary>The least square of a diagonal element, where rounding left less.</summary>
    internal const double LeastPivot = 1e-12;

    private const int Lanes = 4;

    private double[] _rows;

    internal CholeskyFactor(int capacity = 16) => _rows = new double[Offset(capacity)];

    /// <summary>How many rows there are.</summary>
    internal int Count { get; private set; }

    /// <summary>
    /// Whether a pivot was too small and was raised: A was not positive definite.
    /// </summary>
    internal bool IsRaised { get; private set; }

    /// <summary>The logarithm of the determinant of A.</summary>
    internal double LogDeterminant
    {
        get
        {
            double sum = 0;
            for (int i = 0; i < Count; i++)
                sum += PortableMath.Log(_rows[Offset(i) + i]);
            return 2 * sum;
        }
    }

    /// <summary>A row of L up to its diagonal.</summary>
    internal ReadOnlySpan<double> Row(int index) => _rows.AsSpan(Offset(index), index + 1);

    /// <summary>Adds the next row of A, given up to and with its diagonal.</summary>
    internal void Append(ReadOnlySpan<double> row)
    {
        int index = Count;
        Reserve(index + 1);
        Span<double> target = _rows.AsSpan(Offset(index), index + 1);
        row.CopyTo(target);
        SolveForward(target[..index]);
        double pivot = row[index] - FourDots.One(target[..index], target[..index]);
        if (!(pivot >= LeastPivot))
        {
            IsRaised = true;
            pivot = LeastPivot;
        }

        target[index] = Math.Sqrt(pivot);
        Count++;
    }

    /// <summary>Forgets all rows but the first ones.</summary>
    internal void Truncate(int count)
    {
        Count = Math.Min(Count, count);
        IsRaised = false;
    }

    /// <summary>Solves L x = b in place, for as many rows as b has elements.</summary>
    internal void SolveForward(Span<double> b)
    {
        ref double start = ref MemoryMarshal.GetArrayDataReference(_rows);
        ref double x = ref MemoryMarshal.GetReference(b);
        int i = 0;
        for (; i <= b.Length - Lanes; i += Lanes)
        {
            Vector256<double> known = FourDots.Of(
                ref x,
                ref Unsafe.Add(ref start, Offset(i)),
                ref Unsafe.Add(ref start, Offset(i + 1)),
                ref Unsafe.Add(ref start, Offset(i + 2)),
                ref Unsafe.Add(ref start, Offset(i + 3)),
                i);
            SolveCorner(b, i, known);
        }

        for (; i < b.Length; i++)
        {
            ReadOnlySpan<double> row = Row(i);
            b[i] = (b[i] - FourDots.One(row[..i], b[..i])) / row[i];
        }
    }

    /// <summary>Solves L^T x = b in place, for as many rows as b has elements.</summary>
    internal void SolveBackward(Span<double> b)
    {
        ref double x = ref MemoryMarshal.GetReference(b);
        for (int i = b.Length - 1; i >= 0; i--)
        {
            Span<double> row = _rows.AsSpan(Offset(i), i + 1);
            ref double l = ref MemoryMarshal.GetReference(row);
            double value = b[i] / row[i];
            b[i] = value;
            Vector256<double> lanes = Vector256.Create(value);
            int k = 0;
            for (; k <= i - Lanes; k += Lanes)
                (Vector256.LoadUnsafe(ref x, (nuint)k)
                    - lanes * Vector256.LoadUnsafe(ref l, (nuint)k))
                    .StoreUnsafe(ref x, (nuint)k);
            for (; k < i; k++)
                b[k] -= value * row[k];
        }
    }

    /// <summary>Solves L x = b for several b, one in each stretch of the block, in place.</summary>
    /// <param name="block">The right sides, a multiple of four of them.</param>
    /// <param name="stride">The distance of their starts.</param>
    internal void SolveForward(Span<double> block, int stride)
    {
        for (int i = 0; i < Count; i++)
        {
            ref double row = ref _rows[Offset(i)];
            double diagonal = _rows[Offset(i) + i];
            for (int start = 0; start < block.Length; start += Lanes * stride)
            {
                Vector256<double> known = FourDots.Of(
                    ref row,
                    ref block[start],
                    ref block[start + stride],
                    ref block[start + 2 * stride],
                    ref block[start + 3 * stride],
                    i);
                for (int lane = 0; lane < Lanes; lane++)
                {
                    ref double b = ref block[start + lane * stride + i];
                    b = (b - known.GetElement(lane)) / diagonal;
                }
            }
        }
    }

    private static int Offset(int row) => row * (row + 1) / 2;

    private void SolveCorner(Span<double> b, int start, Vector256<double> known)
    {
        for (int lane = 0; lane < Lanes; lane++)
        {
            int i = start + lane;
            int offset = Offset(i);
            double value = b[i] - known.GetElement(lane);
            for (int k = start; k < i; k++)
                value -= _rows[offset + k] * b[k];
            b[i] = value / _rows[offset + i];
        }
    }

    private void Reserve(int count)
    {
        if (Offset(count) > _rows.Length)
            Array.Resize(ref _rows, Offset(Math.Max(count, 2 * Count)));
    }
}
