using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.CostAsha;

/// <summary>
/// Entries split where the costs of the better ones add up to at most 1 / eta of all costs. Costs
/// are whole numbers, so that their sums do not depend on the order in which entries came.
/// </summary>
internal sealed class CostSplit(int factor)
{
    private readonly EntryHeap<WorstFirst> _kept = new();
    private readonly EntryHeap<BestFirst> _others = new();
    private readonly List<long> _costs = [];
    private Int128 _keptCost;
    private Int128 _totalCost;

    internal int KeptCount => _kept.Count;

    internal int LastKept => _kept.Count == 0 ? -1 : _kept.Top.Position;

    internal bool IsKept(in RankedEntry entry) =>
        _kept.Count > 0 && !_kept.Top.Precedes(entry);

    /// <summary>Says what the entry at the next position costs.</summary>
    internal void AddCost(long cost) => _costs.Add(cost);

    internal void Add(in RankedEntry entry)
    {
        long cost = _costs[entry.Position];
        _totalCost += cost;
        if (IsKept(entry))
        {
            _kept.Push(entry);
            _keptCost += cost;
        }
        else
        {
            _others.Push(entry);
        }

        Balance();
    }

    /// <summary>Counts the cost of an entry that is worse than all.</summary>
    internal void AddFailure(long cost)
    {
        _totalCost += cost;
        Balance();
    }

    internal void Clear()
    {
        _kept.Clear();
        _others.Clear();
        _keptCost = 0;
        _totalCost = 0;
    }

    // Prefix sums grow, so the longest prefix within the share is found from either side.
    private void Balance()
    {
        while (_kept.Count > 0 && !IsWithin(_keptCost))
        {
            RankedEntry worst = _kept.Pop();
            _keptCost -= _costs[worst.Position];
            _others.Push(worst);
        }

        while (_others.Count > 0 && IsWithin(_keptCost + _costs[_others.Top.Position]))
        {
            RankedEntry best = _others.Pop();
            _keptCost += _costs[best.Position];
            _kept.Push(best);
        }
    }

    private bool IsWithin(Int128 cost) => cost * factor <= _totalCost;
}
