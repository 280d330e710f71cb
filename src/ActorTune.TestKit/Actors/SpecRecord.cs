namespace ActorTune.TestKit.Actors;

/// <summary>What actors of a case report, in order; safe for many threads.</summary>
internal sealed class SpecRecord<T>
{
    private readonly Lock _gate = new();
    private readonly List<T> _items = [];
    private readonly List<(Func<IReadOnlyList<T>, bool> Condition, TaskCompletionSource Met)>
        _waiting = [];

    public IReadOnlyList<T> Items
    {
        get
        {
            lock (_gate)
            {
                return [.. _items];
            }
        }
    }

    public void Add(T item)
    {
        lock (_gate)
        {
            _items.Add(item);
            foreach (var (condition, met) in _waiting)
            {
                if (condition(_items))
                {
                    met.TrySetResult();
                }
            }

            _waiting.RemoveAll(waiting => waiting.Met.Task.IsCompleted);
        }
    }

    /// <summary>Waits until there are so many items.</summary>
    public Task<IReadOnlyList<T>> WhenCount(ActorHostHarness harness, int count, string what) =>
        WhenItems(harness, items => items.Count >= count, $"{count} x {what}");

    /// <summary>Waits until an item is there.</summary>
    public Task<IReadOnlyList<T>> WhenSeen(ActorHostHarness harness, T item, string what) =>
        WhenItems(harness, items => items.Contains(item), $"{what} '{item}'");

    /// <summary>Waits until the items meet a condition.</summary>
    public async Task<IReadOnlyList<T>> WhenItems(
        ActorHostHarness harness, Func<IReadOnlyList<T>, bool> condition, string what)
    {
        var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (condition(_items))
            {
                return [.. _items];
            }

            _waiting.Add((condition, met));
        }

        await harness.WaitAsync(met.Task, () => $"{what}; seen [{string.Join(", ", Items)}]")
            .ConfigureAwait(false);
        return Items;
    }
}
