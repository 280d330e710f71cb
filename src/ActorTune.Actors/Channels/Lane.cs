using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ActorTune.Actors;

/// <summary>A queue of many writers and one reader that knows how many items wait.</summary>
internal sealed class Lane<T>(int capacity)
{
    private readonly ConcurrentQueue<T> _items = new();
    private PaddedCounter _added;
    private PaddedCounter _taken;

    /// <summary>Whether items wait that no <see cref="TryTake"/> has returned.</summary>
    public bool HasItems => Volatile.Read(ref _added.Value) != Volatile.Read(ref _taken.Value);

    /// <summary>Adds unless the lane is full. The addition is a full memory fence.</summary>
    public bool TryAdd(T item)
    {
        if (Volatile.Read(ref _added.Value) - Volatile.Read(ref _taken.Value) >= capacity)
        {
            return false;
        }

        Add(item);
        return true;
    }

    /// <summary>Adds whatever the capacity. The addition is a full memory fence.</summary>
    public void Add(T item)
    {
        _items.Enqueue(item);
        Interlocked.Increment(ref _added.Value);
    }

    /// <summary>Only for the one reader.</summary>
    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        // Only what is counted is taken, so that the difference never is negative.
        if (_taken.Value == Volatile.Read(ref _added.Value) || !_items.TryDequeue(out item))
        {
            item = default;
            return false;
        }

        Volatile.Write(ref _taken.Value, _taken.Value + 1);
        return true;
    }
}
