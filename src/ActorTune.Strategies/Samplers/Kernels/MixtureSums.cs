using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Samplers.Kernels;

/// <summary>
/// The logarithms of a mixture's density at several points at once. Four points share each load of
/// four kernels; a kernel below e^-40 of the largest before it is passed over, which loses less
/// than the last bit and, as the order is fixed, is the same everywhere.
/// </summary>
/// <remarks>
/// For every point there are four largest terms and four sums relative to them, one in each lane,
/// joined in a fixed order at the end.
/// </remarks>
internal sealed class MixtureSums
{
    private const int Lanes = 4;
    private const int BlockRows = 64;
    private const double Negligible = 40;

    private readonly KernelTable _table;
    private readonly double[]? _extras;
    private readonly int _stride;
    private readonly Vector256<double>[] _points;
    private readonly Vector256<double>[] _cutoffs;
    private readonly Vector256<double>[] _largest;
    private readonly Vector256<double>[] _sums;

    /// <param name="table">The kernels.</param>
    /// <param name="points">For each continuum the coordinates of the points.</param>
    /// <param name="floors">
    /// For each point a logarithm from which the largest term counts: that of a term always there.
    /// </param>
    /// <param name="extras">
    /// What other parameters add to the logarithm, point after point, a number for each row of the
    /// table, padded; null for nothing.
    /// </param>
    internal MixtureSums(
        KernelTable table, double[][] points, ReadOnlySpan<double> floors, double[]? extras)
    {
        _table = table;
        _extras = extras;
        _stride = table.PaddedCount;
        int count = (floors.Length + Lanes - 1) & ~(Lanes - 1);
        _points = new Vector256<double>[count * table.AxisCount];
        _cutoffs = new Vector256<double>[count];
        _largest = new Vector256<double>[count];
        _sums = new Vector256<double>[count];
        for (int j = 0; j < count; j++)
        {
            int point = Math.Min(j, floors.Length - 1);
            _largest[j] = Vector256.Create(floors[point]);
            _cutoffs[j] = _largest[j] - Vector256.Create(Negligible);
            for (int axis = 0; axis < table.AxisCount; axis++)
                _points[((j / Lanes) * table.AxisCount + axis) * Lanes + j % Lanes] =
                    Vector256.Create(points[axis][point]);
        }
    }

    /// <summary>Sums over all kernels and the terms at the floors, given their weight.</summary>
    internal void Evaluate(double floorWeight, ReadOnlySpan<double> floors, Span<double> logs)
    {
        int rows = _table.PaddedCount;
        for (int start = 0; start < rows; start += BlockRows)
        {
            int end = Math.Min(start + BlockRows, rows);
            for (int j = 0; j < floors.Length; j += Lanes)
                AddBlock(start, end, j, floors.Length - 1);
        }

        for (int j = 0; j < floors.Length; j++)
            logs[j] = Join(j, floorWeight, floors[j]);
    }

    private void AddBlock(int start, int end, int j, int last)
    {
        int axes = _table.AxisCount;
        ref Vector256<double> x =
            ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_points), j * axes);
        for (int row = start; row < end; row += Lanes)
        {
            ref double shape = ref MemoryMarshal.GetReference(_table.ShapesAt(row));
            Vector256<double> a = OffsetsAt(row, j, last), b = OffsetsAt(row, j + 1, last);
            Vector256<double> c = OffsetsAt(row, j + 2, last), d = OffsetsAt(row, j + 3, last);
            ref Vector256<double> at = ref x;
            for (int i = 0; i < axes; i++)
            {
                Vector256<double> centre = Vector256.LoadUnsafe(ref shape);
                Vector256<double> inverse = Vector256.LoadUnsafe(ref shape, Lanes);
                a -= SquareOf((at - centre) * inverse);
                b -= SquareOf((Unsafe.Add(ref at, 1) - centre) * inverse);
                c -= SquareOf((Unsafe.Add(ref at, 2) - centre) * inverse);
                d -= SquareOf((Unsafe.Add(ref at, 3) - centre) * inverse);
                at = ref Unsafe.Add(ref at, Lanes);
                shape = ref Unsafe.Add(ref shape, 2 * Lanes);
            }

            Add(row, j, a);
            Add(row, j + 1, b);
            Add(row, j + 2, c);
            Add(row, j + 3, d);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SquareOf(Vector256<double> t) => t * t;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> OffsetsAt(int row, int j, int last)
    {
        Vector256<double> offsets = _table.OffsetsAt(row);
        return _extras is null
            ? offsets
            : offsets + Vector256.LoadUnsafe(
                ref _extras[0], (nuint)(Math.Min(j, last) * _stride + row));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int row, int j, Vector256<double> terms)
    {
        if (Vector256.GreaterThanAny(terms, _cutoffs[j]))
            Absorb(row, j, terms);
    }

    private void Absorb(int row, int j, Vector256<double> terms)
    {
        Vector256<double> largest = _largest[j];
        Vector256<double> sums = _sums[j];
        if (Vector256.GreaterThanAny(terms, largest))
        {
            Vector256<double> larger = Vector256.ConditionalSelect(
                Vector256.GreaterThan(terms, largest), terms, largest);
            sums *= PortableMath.Exp(largest - larger);
            largest = larger;
            _largest[j] = largest;
            _cutoffs[j] = largest - Vector256.Create(Negligible);
        }

        _sums[j] = sums + _table.WeightsAt(row) * PortableMath.Exp(terms - largest);
    }

    private double Join(int j, double floorWeight, double floor)
    {
        double largest = floor;
        for (int lane = 0; lane < Lanes; lane++)
            largest = Math.Max(largest, _largest[j].GetElement(lane));
        double sum = floorWeight * PortableMath.Exp(floor - largest);
        for (int lane = 0; lane < Lanes; lane++)
            sum += _sums[j].GetElement(lane)
                * PortableMath.Exp(_largest[j].GetElement(lane) - largest);
        return largest + PortableMath.Log(sum);
    }
}
