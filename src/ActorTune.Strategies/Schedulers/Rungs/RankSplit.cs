namespace ActorTune.Strategies.Schedulers.Rungs;

/// <summary>
/// Entries split at a moving order statistic: the kept ones and the others, each a heap towards
/// the cut. An entry costs a few heap moves, the cut nothing. Failures count as worst.
/// </summary>
internal sealed class RankSplit(KeptShare share)
{
    private readonly EntryHeap<WorstFirst> _kept = new();
    private readonly EntryHeap<BestFirst> _others = new();

    /// <summary>All entries, failures included.</summary>
    internal int Count => RankedCount + FailedCount;

    internal int RankedCount => _kept.Count + _others.Count;

    internal int FailedCount { get; private set; }

    /// <summary>How many of all entries stand above the cut, failures included.</summary>
    internal int Kept => share.Of(Count);

    /// <summary>The last kept entry that is no failure; null while there is none.</summary>
    internal RankedEntry? LastKept => _kept.Count == 0 ? null : _kept.Top;

    /// <summary>The key of the last kept entry, infinite when that is a failure.</summary>
    internal double KeyAbove =>
        _kept.Count == 0 || Kept > _kept.Count ? double.PositiveInfinity : _kept.Top.Key;

    /// <summary>
    /// The key of the first entry that is not kept, infinite when that is a failure.
    /// </summary>
    internal double KeyBelow => _others.Count == 0 ? double.PositiveInfinity : _others.Top.Key;

    /// <summary>Whether an entry is among the kept ones.</summary>
    internal bool IsKept(in RankedEntry entry) =>
        _kept.Count > 0 && !_kept.Top.Precedes(entry);

    internal void Add(in RankedEntry entry)
    {
        if (IsKept(entry))
            _kept.Push(entry);
        else
            _others.Push(entry);
        Balance();
    }

    internal void AddFailure()
    {
        FailedCount++;
        Balance();
    }

    internal void Clear()
    {
        _kept.Clear();
        _others.Clear();
        FailedCount = 0;
    }

    /// <summary>
    /// The linear quantile of order 1 / factor (definition 7 of Hyndman and Fan, "Sample quantiles
    /// in statistical packages", 1996) in a split made by <see cref="KeptShare.ToQuantile"/>.
    /// </summary>
    internal double Quantile(int factor) => Quantile(new Share(1, factor));

    /// <summary>The linear quantile of any order in a split made for it.</summary>
    internal double Quantile(Share order)
    {
        double above = KeyAbove;
        long rest = (long)(Count - 1) * order.Numerator % order.Denominator;
        if (rest == 0 || double.IsInfinity(above))
            return above;
        // Multiplied before divided, so that whole numbers meet whole numbers exactly.
        return above + (KeyBelow - above) * rest / order.Denominator;
    }

    private void Balance()
    {
        int target = Math.Min(Kept, RankedCount);
        while (_kept.Count > target)
            _others.Push(_kept.Pop());
        while (_kept.Count < target)
            _kept.Push(_others.Pop());
    }
}
