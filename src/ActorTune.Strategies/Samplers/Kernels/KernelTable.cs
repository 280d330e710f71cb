using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorTune.Strategies.Samplers.Kernels;

/// <summary>
/// The numbers of many kernels for their evaluation, four kernels together: for each continuum the
/// four centres and the four inverse deviations, so that a pass reads memory in order.
/// </summary>
/// <param name="axisCount">How many continua the kernels have.</param>
internal sealed class KernelTable(int axisCount)
{
    private const int Lanes = 4;

    private double[] _shapes = [];
    private double[] _offsets = [];
    private double[] _weights = [];

    internal int AxisCount { get; } = axisCount;

    /// <summary>The rows in use.</summary>
    internal int Count { get; private set; }

    /// <summary>The rows in use, rounded up to whole fours; those beyond are absent.</summary>
    internal int PaddedCount => (Count + Lanes - 1) & ~(Lanes - 1);

    /// <summary>Adds a row; it is absent until it gets an offset.</summary>
    internal int Append()
    {
        if (Count == _offsets.Length)
            Grow(Math.Max(16, 2 * Count));
        return Count++;
    }

    internal void SetCentre(int row, int axis, double centre) =>
        _shapes[PlaceOf(row, axis)] = centre;

    /// <summary>Sets 1 / (sqrt(2) sigma), by which a distance becomes an exponent's root.</summary>
    internal void SetInverse(int row, int axis, double inverse) =>
        _shapes[PlaceOf(row, axis) + Lanes] = inverse;

    /// <summary>Sets the logarithm of the factor before the exponential.</summary>
    internal void SetOffset(int row, double offset) => _offsets[row] = offset;

    internal void SetWeight(int row, double weight) => _weights[row] = weight;

    /// <summary>The row that a share of all weights falls on; -1 beyond the last.</summary>
    internal int RowAt(double share)
    {
        for (int row = 0; row < Count; row++)
        {
            if (share < _weights[row])
                return row;
            share -= _weights[row];
        }

        return -1;
    }

    /// <summary>Takes a row out of every sum.</summary>
    internal void MakeAbsent(int row)
    {
        _offsets[row] = double.NegativeInfinity;
        _weights[row] = 0;
    }

    internal Vector256<double> OffsetsAt(int row) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_offsets), (nuint)row);

    internal Vector256<double> WeightsAt(int row) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_weights), (nuint)row);

    /// <summary>Centres and inverse deviations of four rows, axis after axis.</summary>
    internal ReadOnlySpan<double> ShapesAt(int row) =>
        _shapes.AsSpan(row * 2 * AxisCount, 2 * Lanes * AxisCount);

    private int PlaceOf(int row, int axis) =>
        (row & ~(Lanes - 1)) * 2 * AxisCount + 2 * Lanes * axis + (row & (Lanes - 1));

    private void Grow(int capacity)
    {
        int old = _offsets.Length;
        Array.Resize(ref _shapes, 2 * AxisCount * capacity);
        Array.Resize(ref _offsets, capacity);
        Array.Resize(ref _weights, capacity);
        Array.Fill(_offsets, double.NegativeInfinity, old, capacity - old);
    }
}
