namespace ActorTune.Strategies.Schedulers.Rungs;

/// <summary>A binary heap of entry positions, the one that <c>precedes</c> all others on top.</summary>
internal sealed class EntryHeap(Func<int, int, bool> precedes)
{
    private int[] _items = new int[8];

    internal int Count { get; private set; }

    internal int Top => _items[0];

    internal void Push(int entry)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, Count * 2);
        int hole = Count++;
        while (hole > 0)
        {
            int parent = (hole - 1) / 2;
            if (!precedes(entry, _items[parent]))
                break;
            _items[hole] = _items[parent];
            hole = parent;
        }

        _items[hole] = entry;
    }

    internal int Pop()
    {
        int top = _items[0];
        int moved = _items[--Count];
        int hole = 0;
        while (true)
        {
            int child = 2 * hole + 1;
            if (child >= Count)
                break;
            if (child + 1 < Count && precedes(_items[child + 1], _items[child]))
                child++;
            if (!precedes(_items[child], moved))
                break;
            _items[hole] = _items[child];
            hole = child;
        }

        _items[hole] = moved;
        return top;
    }

    internal void Clear() => Count = 0;
}
