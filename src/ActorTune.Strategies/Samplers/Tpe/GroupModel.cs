using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.History;
using ActorTune.Strategies.Samplers.Kernels;

namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>
/// What was learnt about one group of parameters: the density of the good trials, l, and that of
/// the others, g, among the trials in which the whole group is active.
/// </summary>
internal sealed class GroupModel(ParameterGroup group, TpeOptions options)
{
    private const int MaxRedraws = 100;
    private const int NeverStarted = -2;
    private const int Inactive = -1;

    private readonly List<int> _rows = [];
    private int _imported;
    private readonly HashSet<int> _goodNumbers = [];
    private ParzenMixture _others = new(group.Axes, options, true);
    private ParzenMixture _good = new(group.Axes, options, false);

    internal ParameterGroup Group => group;

    /// <summary>Takes over what changed in the history.</summary>
    /// <param name="history">The trials.</param>
    /// <param name="good">The good ones among them, by number.</param>
    /// <param name="changed">The numbers of the trials that changed, in order.</param>
    internal void Update(
        TrialHistory history, IReadOnlyList<HistoryTrial> good, IReadOnlyCollection<int> changed)
    {
        if (group.Axes.Length == 0)
            return;
        UpdateGood(good, out List<int> moved);
        int known = _rows.Count;
        bool isLate = _imported != history.ImportedCount || changed.Any(number =>
            IndexOf(number) < known && _rows[IndexOf(number)] == NeverStarted);
        IEnumerable<int> numbers = changed;
        if (isLate)
        {
            _rows.Clear();
            _others = new ParzenMixture(group.Axes, options, true);
            _imported = history.ImportedCount;
            numbers = Enumerable.Range(-_imported, _imported + history.Trials.Count);
        }

        foreach (int number in numbers)
            Place(history, number);
        foreach (int number in moved)
            Place(history, number);
        _others.Refresh();
    }

    /// <summary>
    /// Draws points from l, and writes that with the largest l / g into a point of the unit cube.
    /// </summary>
    /// <param name="chance">The random numbers.</param>
    /// <param name="draws">How many points to compare.</param>
    /// <param name="point">The point; only the group's coordinates are written.</param>
    /// <param name="allows">
    /// Whether a point with these coordinates may be; null when all may.
    /// </param>
    /// <returns>Whether any of the points may be.</returns>
    internal bool TryChoose(
        RandomStream chance, int draws, double[] point, Func<double[], bool>? allows)
    {
        var batch = new PointBatch(group.Axes, draws);
        var isAllowed = new bool[draws];
        for (int j = 0; j < draws; j++)
            isAllowed[j] = TryDraw(chance, batch, j, point, allows);
        var good = new double[draws];
        var others = new double[draws];
        _good.LogDensities(batch, good);
        _others.LogDensities(batch, others);
        int best = -1;
        for (int j = 0; j < draws; j++)
        {
            if (isAllowed[j]
                && (best < 0 || good[j] - others[j] > good[best] - others[best]))
                best = j;
        }

        if (best >= 0)
            batch.CopyTo(best, point);
        return best >= 0;
    }

    private bool TryDraw(
        RandomStream chance,
        PointBatch batch,
        int index,
        double[] point,
        Func<double[], bool>? allows)
    {
        for (int draw = 0; draw < MaxRedraws; draw++)
        {
            _good.Draw(chance, batch, index);
            if (allows is null)
                return true;
            batch.CopyTo(index, point);
            if (allows(point))
                return true;
        }

        return false;
    }

    private void UpdateGood(IReadOnlyList<HistoryTrial> good, out List<int> moved)
    {
        HistoryTrial[] active =
            [.. good.Where(trial => group.IsActiveIn(trial.Configuration))];
        moved = [.. active.Select(trial => trial.Number).Where(n => !_goodNumbers.Contains(n))];
        HashSet<int> now = [.. active.Select(trial => trial.Number)];
        List<int> left = [.. _goodNumbers.Where(number => !now.Contains(number)).Order()];
        if (moved.Count == 0 && left.Count == 0)
            return;
        moved.AddRange(left);
        _goodNumbers.Clear();
        _goodNumbers.UnionWith(now);
        _good = new ParzenMixture(group.Axes, options, false);
        foreach (HistoryTrial trial in active)
            _good.SetPresent(_good.Append(trial.Point), true);
        _good.Refresh();
    }

    private void Place(TrialHistory history, int number)
    {
        while (_rows.Count <= IndexOf(number))
            _rows.Add(RowOf(history, _rows.Count - _imported));
        int row = _rows[IndexOf(number)];
        if (row < 0)
            return;
        ObservationStatus status = history.Find(number)!.Status;
        bool isOther = status switch
        {
            ObservationStatus.Pending => options.IsLiar,
            ObservationStatus.Ignored => false,
            _ => !_goodNumbers.Contains(number),
        };
        _others.SetPresent(row, isOther);
    }

    // Imported trials come first, as the oldest.
    private int IndexOf(int number) => number + _imported;

    private int RowOf(TrialHistory history, int number)
    {
        if (history.Find(number) is not { } trial)
            return NeverStarted;
        return group.IsActiveIn(trial.Configuration) ? _others.Append(trial.Point) : Inactive;
    }
}
