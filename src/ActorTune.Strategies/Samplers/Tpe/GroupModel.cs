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
    private int[] _goodNumbers = [];
    private ParzenMixture _others = new(group.Axes, options, WeightRule.Recency);
    private ParzenMixture _good = NewGood(group, options);

    internal ParameterGroup Group => group;

    /// <summary>Takes over what changed in the history.</summary>
    /// <param name="history">The trials.</param>
    /// <param name="good">The good ones among them, in the order in which they count.</param>
    /// <param name="changed">The numbers of the trials that changed, in order.</param>
    internal void Update(
        TrialHistory history, IReadOnlyList<HistoryTrial> good, IReadOnlyCollection<int> changed)
    {
        if (group.Axes.Length == 0)
            return;
        List<int> moved = UpdateGood(good);
        _good.Refresh(LeastWidthOf(history));
        int known = _rows.Count;
        bool isLate = _imported != history.ImportedCount || changed.Any(number =>
            IndexOf(number) < known && _rows[IndexOf(number)] == NeverStarted);
        IEnumerable<int> numbers = changed;
        if (isLate)
        {
            _rows.Clear();
            _others = new ParzenMixture(group.Axes, options, WeightRule.Recency);
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

    // The trials that became good or are it no longer.
    private List<int> UpdateGood(IReadOnlyList<HistoryTrial> good)
    {
        HistoryTrial[] active =
            [.. good.Where(trial => group.IsActiveIn(trial.Configuration))];
        int[] numbers = [.. active.Select(trial => trial.Number)];
        if (numbers.AsSpan().SequenceEqual(_goodNumbers))
            return [];
        List<int> moved = [.. numbers.Except(_goodNumbers), .. _goodNumbers.Except(numbers)];
        _goodNumbers = numbers;
        _good = NewGood(group, options);
        foreach (HistoryTrial trial in active)
            _good.SetPresent(_good.Append(trial.Point), true);
        return moved;
    }

    private double? LeastWidthOf(TrialHistory history) => options.IsGraded
        ? LeastWidth.Of(
            history.ObservedCount,
            options.IsLiar ? history.Pending.Count : 0,
            group.Axes.Length)
        : null;

    private static ParzenMixture NewGood(ParameterGroup group, TpeOptions options) => new(
        group.Axes, options, options.IsGraded ? WeightRule.Rank : WeightRule.Equal);

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
            _ => Array.IndexOf(_goodNumbers, number) < 0,
        };
        _others.SetPresent(row, isOther, status == ObservationStatus.Pending);
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
