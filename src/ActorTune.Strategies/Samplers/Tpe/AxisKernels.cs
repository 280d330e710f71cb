using System.Runtime.InteropServices;
using ActorTune.Arithmetic;
using ActorTune.Strategies.Samplers.Kernels;

namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>
/// The kernels of one mixture along one ordered parameter: their centres in order and their
/// deviations. A kernel that comes or goes changes its neighbours alone.
/// </summary>
/// <remarks>
/// Everything is a function of the centres that are present, however they came: the order is by
/// centre and row, and nothing is accumulated.
/// </remarks>
internal sealed class AxisKernels(bool isContinuum)
{
    private readonly List<int> _touched = [];
    private double[] _centres = [];
    private double[] _widths = [];
    private double[] _deviations = [];
    private double[] _logNorms = [];
    private int[] _order = [];
    private int _count;
    private double _least;

    /// <summary>The rows that are present, by centre and row.</summary>
    internal ReadOnlySpan<int> Order => _order.AsSpan(0, _count);

    internal double CentreOf(int row) => _centres[row];

    internal double DeviationOf(int row) => _deviations[row];

    /// <summary>
    /// The logarithm of what a kernel is divided by: its mass inside the unit interval, and for a
    /// density its deviation times the root of two pi.
    /// </summary>
    internal double LogNormOf(int row) => _logNorms[row];

    /// <summary>Gives the next row its centre; the row is not present yet.</summary>
    internal void Append(int row, double centre)
    {
        if (row == _centres.Length)
            Grow(Math.Max(16, 2 * row));
        _centres[row] = centre;
    }

    internal void Insert(int row)
    {
        int place = ~Find(row);
        Array.Copy(_order, place, _order, place + 1, _count - place);
        _order[place] = row;
        _count++;
        for (int i = place - 1; i <= place + 1; i++)
            Measure(i);
    }

    internal void Remove(int row)
    {
        int place = Find(row);
        _count--;
        Array.Copy(_order, place + 1, _order, place, _count - place);
        for (int i = place - 1; i <= place; i++)
            Measure(i);
    }

    /// <summary>Brings the deviations up to date and notes the rows whose one changed.</summary>
    /// <param name="least">The least deviation.</param>
    /// <param name="common">The one deviation of all, or null where neighbours decide.</param>
    /// <param name="changed">Takes the rows.</param>
    internal void Refresh(double least, double? common, List<int> changed)
    {
        bool isEveryRow = common is not null || !least.Equals(_least);
        _least = least;
        foreach (int row in isEveryRow
            ? Order
            : CollectionsMarshal.AsSpan(_touched))
        {
            double deviation = Math.Clamp(common ?? _widths[row], least, 1);
            if (deviation.Equals(_deviations[row]))
                continue;
            _deviations[row] = deviation;
            _logNorms[row] = LogNorm(_centres[row], deviation);
            changed.Add(row);
        }

        _touched.Clear();
    }

    /// <summary>The logarithm of what a kernel of this axis is divided by.</summary>
    internal double LogNorm(double centre, double deviation)
    {
        double mass = UnitNormal.LogMass(centre, deviation);
        return isContinuum
            ? mass + PortableMath.Log(deviation) + UnitNormal.LogRootTwoPi
            : mass;
    }

    // The larger distance to a neighbour or end; the first and the last use their neighbour only.
    private void Measure(int place)
    {
        if (place < 0 || place >= _count)
            return;
        int row = _order[place];
        double centre = _centres[row];
        bool hasLeft = place > 0;
        bool hasRight = place < _count - 1;
        double left = hasLeft ? centre - _centres[_order[place - 1]] : hasRight ? 0 : centre;
        double right = hasRight ? _centres[_order[place + 1]] - centre : hasLeft ? 0 : 1 - centre;
        _widths[row] = Math.Max(left, right);
        _touched.Add(row);
    }

    private int Find(int row)
    {
        int low = 0;
        int high = _count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int other = _order[middle];
            int order = _centres[other].CompareTo(_centres[row]);
            if (order == 0)
                order = other.CompareTo(row);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }

    private void Grow(int capacity)
    {
        Array.Resize(ref _centres, capacity);
        Array.Resize(ref _widths, capacity);
        Array.Resize(ref _deviations, capacity);
        Array.Resize(ref _logNorms, capacity);
        Array.Resize(ref _order, capacity);
    }
}
