using ActorTune.Arithmetic;
using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.Kernels;

namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>
/// A density over some parameters: a weighted mixture with one kernel for each configuration that
/// is present, a product over the parameters, and one wide kernel for the prior (Bergstra et al.,
/// NeurIPS 2011; multivariate as in Falkner et al., ICML 2018).
/// </summary>
internal sealed partial class ParzenMixture
{
    private const double RootTwo = 1.4142135623730951;

    private readonly KernelAxis[] _axes;
    private readonly TpeOptions _options;
    private readonly WeightRule _rule;
    private readonly AxisKernels?[] _kernels;
    private readonly CategoryKernels?[] _categories;
    private readonly int[] _tableAxes;
    private readonly int[] _continua;
    private readonly KernelTable _table;
    private readonly PresentRows _present;
    private readonly List<int> _changed = [];
    private double _totalWeight;
    private double _least;

    /// <param name="axes">The parameters; none of a single value.</param>
    /// <param name="options">Bandwidth and prior weight.</param>
    /// <param name="rule">How much each configuration counts.</param>
    internal ParzenMixture(KernelAxis[] axes, TpeOptions options, WeightRule rule)
    {
        _axes = axes;
        _options = options;
        _rule = rule;
        _present = new PresentRows(options.PendingWeight);
        _kernels = new AxisKernels?[axes.Length];
        _categories = new CategoryKernels?[axes.Length];
        _continua = [.. Enumerable.Range(0, axes.Length).Where(
            i => axes[i].Kind == AxisKind.Continuum)];
        _tableAxes = [.. axes.Select((_, i) => Array.IndexOf(_continua, i))];
        for (int i = 0; i < axes.Length; i++)
        {
            if (axes[i].Kind == AxisKind.Categorical)
                _categories[i] = new CategoryKernels(axes[i]);
            else
                _kernels[i] = new AxisKernels(axes[i].Kind == AxisKind.Continuum);
        }

        _table = new KernelTable(_continua.Length);
        _totalWeight = options.PriorWeight;
    }

    /// <summary>How many configurations are present.</summary>
    internal int Count => _present.Count;

    /// <summary>Adds a configuration, given as a point of the unit cube; not present yet.</summary>
    internal int Append(double[] point)
    {
        int row = _table.Append();
        _present.Append();
        for (int i = 0; i < _axes.Length; i++)
        {
            double place = _axes[i].PlaceOf(point[_axes[i].Index]);
            _kernels[i]?.Append(row, place);
            if (_tableAxes[i] >= 0)
                _table.SetCentre(row, _tableAxes[i], place);
            else
                _categories[i]?.Append(row, place);
        }

        return row;
    }

    /// <summary>Lets a configuration count, or not; takes effect with the next refresh.</summary>
    internal void SetPresent(int row, bool isPresent, bool isPending = false)
    {
        if (_present.SetPending(row, isPending))
            _changed.Add(row);
        if (!_present.Set(row, isPresent))
            return;
        foreach (AxisKernels? kernels in _kernels)
        {
            if (isPresent)
                kernels?.Insert(row);
            else
                kernels?.Remove(row);
        }

        _changed.Add(row);
    }

    /// <summary>Brings deviations, factors and weights up to date.</summary>
    /// <param name="leastWidth">
    /// The least deviation along a continuum; null for that of grids: one over the number of
    /// kernels and ends, at most 100. Narrower ones would draw a grid's same values again.
    /// </param>
    internal void Refresh(double? leastWidth = null)
    {
        double leastOnGrids = 1.0 / Math.Min(100, Count + 2);
        double least = leastWidth ?? leastOnGrids;
        if (_changed.Count == 0 && least.Equals(_least))
            return;
        _least = least;
        double? common = _options.Bandwidth == BandwidthRule.Scott ? ScottDeviation() : null;
        for (int i = 0; i < _axes.Length; i++)
        {
            if (_kernels[i] is not { } kernels)
                continue;
            bool isGrid = _axes[i].Kind == AxisKind.Cells;
            RefreshDeviations(kernels, _tableAxes[i], isGrid ? leastOnGrids : least, common);
        }

        RefreshRows();
        _totalWeight = _present.Weigh(_table, _rule) + _options.PriorWeight;
    }

    private void RefreshRows()
    {
        foreach (int row in _changed)
        {
            if (_present[row])
                _table.SetOffset(row, -LogNorm(row));
            else
                _table.MakeAbsent(row);
        }

        _changed.Clear();
    }

    // The rows whose deviation changes are added to the changed ones.
    private void RefreshDeviations(
        AxisKernels kernels, int tableAxis, double least, double? common)
    {
        int before = _changed.Count;
        kernels.Refresh(least, common, _changed);
        for (int j = before; tableAxis >= 0 && j < _changed.Count; j++)
            _table.SetInverse(
                _changed[j], tableAxis, 1 / (kernels.DeviationOf(_changed[j]) * RootTwo));
    }

    /// <summary>Draws one point of the batch.</summary>
    internal void Draw(RandomStream chance, PointBatch batch, int point)
    {
        int row = _table.RowAt(chance.NextDouble() * _totalWeight);
        for (int i = 0; i < _axes.Length; i++)
        {
            double share = chance.NextOpenDouble();
            batch.Set(i, point, _kernels[i] is { } kernels
                ? DrawPlace(kernels, row, share)
                : _categories[i]!.Draw(row, Spread, share));
        }
    }

    // Optuna up to version 4 in its multivariate mode.
    private double ScottDeviation() =>
        0.2 * PortableMath.Pow(Math.Max(Count, 1), -1.0 / (_axes.Length + 4));

    private double LogNorm(int row)
    {
        double sum = 0;
        foreach (AxisKernels? kernels in _kernels)
            sum += kernels?.LogNormOf(row) ?? 0;
        return sum;
    }

    private static double DrawPlace(AxisKernels kernels, int row, double share) => row < 0
        ? UnitNormal.Quantile(PriorTerms.Centre, 1, share)
        : UnitNormal.Quantile(kernels.CentreOf(row), kernels.DeviationOf(row), share);

    // What a categorical kernel gives every value besides the one for its own.
    private double Spread => _options.PriorWeight / (Count + 1);
}
