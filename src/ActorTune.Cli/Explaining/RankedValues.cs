namespace ActorTune.Cli.Explaining;

/// <summary>
/// Trials in the order of value and number, whose ranks can be asked at any time. An entry and a
/// question cost a walk over some hundred blocks, with a hundred thousand trials as well.
/// </summary>
/// <param name="objective">Says which values are better.</param>
internal sealed class RankedValues(Objective objective)
{
    private const int MostInBlock = 512;
    private readonly List<List<RungEntry>> _blocks = [];

    internal int Count { get; private set; }

    /// <summary>The entry at a rank, from 1.</summary>
    internal RungEntry this[int rank]
    {
        get
        {
            int left = rank - 1;
            foreach (List<RungEntry> block in _blocks)
            {
                if (left < block.Count)
                    return block[left];
                left -= block.Count;
            }

            throw new ArgumentOutOfRangeException(nameof(rank));
        }
    }

    internal void Add(RungEntry entry)
    {
        Count++;
        int index = 0;
        while (index < _blocks.Count - 1 && Compare(_blocks[index][^1], entry) < 0)
            index++;
        if (_blocks.Count == 0)
            _blocks.Add([]);
        List<RungEntry> block = _blocks[index];
        block.Insert(Before(block, entry), entry);
        if (block.Count <= MostInBlock)
            return;
        _blocks.Insert(index + 1, block[(MostInBlock / 2)..]);
        block.RemoveRange(MostInBlock / 2, block.Count - MostInBlock / 2);
    }

    /// <summary>Takes a trial out, wherever it stands.</summary>
    internal void Remove(TrialNumber trial)
    {
        foreach (List<RungEntry> block in _blocks)
            Count -= block.RemoveAll(entry => entry.Trial == trial);
        _blocks.RemoveAll(block => block.Count == 0);
    }

    /// <summary>The rank, from 1, that an entry has or would have.</summary>
    internal int RankOf(RungEntry entry)
    {
        int before = 0;
        foreach (List<RungEntry> block in _blocks)
        {
            if (Compare(block[^1], entry) >= 0)
                return before + Before(block, entry) + 1;
            before += block.Count;
        }

        return before + 1;
    }

    private int Before(List<RungEntry> block, RungEntry entry)
    {
        int low = 0, high = block.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Compare(block[middle], entry) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private int Compare(RungEntry left, RungEntry right) => objective.Compare(
        left.Value!.Value, left.Trial, right.Value!.Value, right.Trial);
}
