using ActorTune.Strategies.Samplers.Kernels;

namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>
/// Which rows of a table count, and what each weighs: by its place among them, and less where its
/// trial is pending.
/// </summary>
internal sealed class PresentRows(double pendingWeight)
{
    private readonly List<bool> _isPresent = [];
    private readonly List<bool> _isPending = [];

    /// <summary>How many count.</summary>
    internal int Count { get; private set; }

    internal bool this[int row] => _isPresent[row];

    /// <summary>Adds a row that does not count yet.</summary>
    internal void Append()
    {
        _isPresent.Add(false);
        _isPending.Add(false);
    }

    /// <summary>Lets a row count or not, and says whether that is a change.</summary>
    internal bool Set(int row, bool isPresent)
    {
        if (_isPresent[row] == isPresent)
            return false;
        _isPresent[row] = isPresent;
        Count += isPresent ? 1 : -1;
        return true;
    }

    /// <summary>Says whether a row's trial is pending, and whether that is a change.</summary>
    internal bool SetPending(int row, bool isPending)
    {
        bool isChange = _isPending[row] != isPending;
        _isPending[row] = isPending;
        return isChange;
    }

    /// <summary>Sets the weights of the rows that count and gives their sum.</summary>
    internal double Weigh(KernelTable table, WeightRule rule)
    {
        var byAge = new RecencyWeights(rule == WeightRule.Recency ? Count : 0);
        var byRank = new RankWeights(rule == WeightRule.Rank ? Count : 0);
        int position = 0;
        double total = 0;
        for (int row = 0; row < _isPresent.Count; row++)
        {
            if (!_isPresent[row])
                continue;
            double weight = rule == WeightRule.Rank ? byRank.At(position) : byAge.At(position);
            if (_isPending[row])
                weight *= pendingWeight;
            position++;
            table.SetWeight(row, weight);
            total += weight;
        }

        return total;
    }
}
