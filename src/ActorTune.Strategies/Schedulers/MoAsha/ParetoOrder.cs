namespace ActorTune.Strategies.Schedulers.MoAsha;

/// <summary>
/// Entries in their non-dominated fronts, kept up as they come: a newcomer goes into the first
/// front in which nobody dominates it, and pushes those that it dominates into the next, where
/// they push others (Li, Deb, Zhang and Zhang, "Efficient nondomination level update method for
/// steady-state evolutionary multiobjective optimization", 2017). Fronts are a function of the
/// set, whatever the order of arrival.
/// </summary>
internal sealed class ParetoOrder
{
    private readonly List<ParetoEntry> _entries = [];
    private readonly List<ParetoFront> _fronts = [];
    private readonly List<int> _frontOf = [];

    internal IReadOnlyList<ParetoFront> Fronts => _fronts;

    internal ParetoEntry this[int position] => _entries[position];

    /// <summary>Takes an entry; its position is the number of those before it.</summary>
    internal void Add(in ParetoEntry entry)
    {
        _entries.Add(entry);
        _frontOf.Add(-1);
    }

    /// <summary>All positions, best first.</summary>
    internal IEnumerable<int> Ranking => _fronts.SelectMany(front => front.Order(_entries));

    /// <summary>The front of an entry.</summary>
    internal ParetoFront FrontOf(int position) => _fronts[_frontOf[position]];

    /// <summary>The members of a front in its order.</summary>
    internal int[] OrderOf(ParetoFront front) => front.Order(_entries);

    /// <summary>Leaves the entries where they are and empties the fronts.</summary>
    internal void Clear()
    {
        _fronts.Clear();
        for (int i = 0; i < _frontOf.Count; i++)
            _frontOf[i] = -1;
    }

    /// <summary>Puts an entry into its front, and moves those that it displaces.</summary>
    /// <param name="position">The entry.</param>
    /// <param name="isWaiting">Whether the entry at a position waits for a promotion.</param>
    internal void Insert(int position, Func<int, bool> isWaiting)
    {
        int level = FirstUndominated(position);
        List<int> moving = [position];
        for (; moving.Count > 0; level++)
        {
            if (level == _fronts.Count)
                _fronts.Add(new ParetoFront());
            ParetoFront front = _fronts[level];
            List<int> displaced = front.TakeOut(member => IsDominated(member, moving));
            foreach (int mover in moving)
            {
                front.Add(mover);
                _frontOf[mover] = level;
            }

            front.WaitingCount += moving.Count(isWaiting) - displaced.Count(isWaiting);
            moving = displaced;
        }
    }

    // Whoever is dominated by a member of one front is dominated in all before it.
    private int FirstUndominated(int position)
    {
        int low = 0;
        int high = _fronts.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (IsDominated(position, _fronts[middle].Members))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private bool IsDominated(int position, List<int> others)
    {
        ParetoEntry entry = _entries[position];
        foreach (int other in others)
        {
            if (_entries[other].Dominates(entry))
                return true;
        }

        return false;
    }
}
