using ActorTune.Strategies.Samplers.Kernels;

namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>Which rows of a table count, and what each weighs by its place among them.</summary>
internal sealed class PresentRows
{
    private readonly List<bool> _isPresent = [];

    /// <summary>How many count.</summary>
    internal int Count { get; private set; }

    internal bool this[int row] => _isPresent[row];

    /// <summary>Adds a row that does not count yet.</summary>
    internal void Append() => _isPresent.Add(false);

    /// <summary>Lets a row count or not, and says whether that is a change.</summary>
    internal bool Set(int row, bool isPresent)
    {
        if (_isPresent[row] == isPresent)
            return false;
        _isPresent[row] = isPresent;
        Count += isPresent ? 1 : -1;
        return true;
    }

    /// <summary>Sets the weights of the rows that count and gives their sum.</summary>
    internal double Weigh(KernelTable table, bool forgets)
    {
        var weights = new RecencyWeights(forgets ? Count : 0);
        int position = 0;
        double total = 0;
        for (int row = 0; row < _isPresent.Count; row++)
        {
            if (!_isPresent[row])
                continue;
            double weight = weights.At(position++);
            table.SetWeight(row, weight);
            total += weight;
        }

        return total;
    }
}
