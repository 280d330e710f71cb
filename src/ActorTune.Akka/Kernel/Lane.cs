using System.Collections.Concurrent;
using Akka.Actor;

namespace ActorTune.Akka;

/// <summary>A queue of many writers and one reader that knows how many items wait.</summary>
internal sealed class Lane(int capacity)
{
    private readonly ConcurrentQueue<Envelope> _items = new();
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public bool TryAdd(Envelope item)
    {
        if (Count >= capacity)
            return false;
        Add(item);
        return true;
    }

    /// <summary>Adds whatever the capacity.</summary>
    public void Add(Envelope item)
    {
        // Queued before it is counted: what is counted can be taken.
        _items.Enqueue(item);
        Interlocked.Increment(ref _count);
    }

    public bool TryTake(out Envelope item)
    {
        if (Count == 0 || !_items.TryDequeue(out item))
        {
            item = default;
            return false;
        }

        Interlocked.Decrement(ref _count);
        return true;
    }
}
