namespace ActorTune.Strategies.Schedulers.Rungs;

/// <summary>Which of two entries is nearer to the top of a heap.</summary>
internal interface IEntryOrder
{
    /// <summary>Whether the left entry is nearer.</summary>
    static abstract bool Precedes(in RankedEntry left, in RankedEntry right);
}

/// <summary>The best entry on top.</summary>
internal readonly struct BestFirst : IEntryOrder
{
    /// <inheritdoc/>
    public static bool Precedes(in RankedEntry left, in RankedEntry right) => left.Precedes(right);
}

/// <summary>The worst entry on top.</summary>
internal readonly struct WorstFirst : IEntryOrder
{
    /// <inheritdoc/>
    public static bool Precedes(in RankedEntry left, in RankedEntry right) => right.Precedes(left);
}

/// <summary>
/// A heap with four children to a node. Entries lie in the heap itself and the order is a type
/// argument: a comparison is two loads next to each other and no call.
/// </summary>
/// <typeparam name="TOrder">Which entry is on top.</typeparam>
internal sealed class EntryHeap<TOrder>
    where TOrder : struct, IEntryOrder
{
    private RankedEntry[] _items = [];

    internal int Count { get; private set; }

    internal ref readonly RankedEntry Top => ref _items[0];

    internal void Push(in RankedEntry entry)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, Room.Beyond(Count));
        RankedEntry[] items = _items;
        int hole = Count++;
        while (hole > 0)
        {
            int parent = (hole - 1) >> 2;
            if (!TOrder.Precedes(entry, items[parent]))
                break;
            items[hole] = items[parent];
            hole = parent;
        }

        items[hole] = entry;
    }

    internal RankedEntry Pop()
    {
        RankedEntry top = _items[0];
        RankedEntry moved = _items[--Count];
        if (Count > 0)
            SiftDown(moved);
        return top;
    }

    internal void Clear() => Count = 0;

    private void SiftDown(in RankedEntry moved)
    {
        Span<RankedEntry> items = _items.AsSpan(0, Count);
        int hole = 0;
        while (true)
        {
            int first = (hole << 2) + 1;
            if (first >= items.Length)
                break;
            int next = first;
            int end = Math.Min(first + 4, items.Length);
            for (int child = first + 1; child < end; child++)
            {
                if (TOrder.Precedes(items[child], items[next]))
                    next = child;
            }

            if (!TOrder.Precedes(items[next], moved))
                break;
            items[hole] = items[next];
            hole = next;
        }

        items[hole] = moved;
    }
}
