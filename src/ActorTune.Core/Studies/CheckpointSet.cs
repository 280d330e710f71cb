namespace ActorTune.Studies;

/// <summary>
/// The checkpoints of a trial that may still be resumed from. One that was announced counts only
/// once a measurement at its resource or beyond was taken in, so that no resume ever skips one.
/// One that another trial may still start from is held: it outlives its replacement.
/// </summary>
internal sealed class CheckpointSet
{
    private readonly List<Checkpoint> _kept = new(1);

    // One entry for each trial that holds it; those gone from _kept wait for the last of them.
    // There are many sets, and in most of them these stay empty.
    private List<Checkpoint>? _held;
    private List<Checkpoint>? _gone;
    private List<Checkpoint>? _replaced;

    /// <summary>Whether it holds nothing at all.</summary>
    internal bool IsEmpty => _kept.Count == 0 && _held is null or { Count: 0 }
        && _gone is null or { Count: 0 } && _replaced is null or { Count: 0 };

    /// <summary>All that were not replaced, oldest first.</summary>
    internal IReadOnlyList<Checkpoint> All => _kept;

    internal void Add(Checkpoint checkpoint) => _kept.Add(checkpoint);

    /// <summary>One is not there: it is as if it had never been announced.</summary>
    internal void Forget(Checkpoint checkpoint)
    {
        _kept.Remove(checkpoint);
        _gone?.Remove(checkpoint);
        _replaced?.Remove(checkpoint);
    }

    /// <summary>The latest one at or below a measured resource.</summary>
    internal Checkpoint? LatestUpTo(Resource measured)
    {
        for (int i = _kept.Count - 1; i >= 0; i--)
        {
            if (_kept[i].Resource <= measured)
                return _kept[i];
        }

        return null;
    }

    /// <summary>
    /// Marks as replaced all that are older than the latest one, but for one resource.
    /// </summary>
    internal void Replace(Resource measured, Resource? protectedAt)
    {
        if (LatestUpTo(measured) is not { } latest)
            return;
        for (int i = _kept.Count - 1; i >= 0; i--)
        {
            Checkpoint checkpoint = _kept[i];
            bool isOlder = checkpoint != latest && checkpoint.Resource <= measured;
            if (!isOlder || checkpoint.Resource == protectedAt)
                continue;
            _kept.RemoveAt(i);
            Discard(checkpoint);
        }
    }

    /// <summary>Marks all as replaced: their trial never goes on.</summary>
    internal void ReplaceAll()
    {
        foreach (Checkpoint checkpoint in _kept)
            Discard(checkpoint);
        _kept.Clear();
    }

    /// <summary>Another trial may start from it until it is released.</summary>
    internal void Hold(Checkpoint checkpoint) => (_held ??= []).Add(checkpoint);

    internal void Release(Checkpoint checkpoint)
    {
        _held?.Remove(checkpoint);
        if (!IsHeld(checkpoint) && _gone?.Remove(checkpoint) == true)
            (_replaced ??= []).Add(checkpoint);
    }

    /// <summary>The replaced ones; they are handed out once.</summary>
    internal IReadOnlyList<Checkpoint> TakeReplaced()
    {
        IReadOnlyList<Checkpoint> taken = _replaced ?? [];
        _replaced = null;
        return taken;
    }

    private bool IsHeld(Checkpoint checkpoint) => _held?.Contains(checkpoint) == true;

    private void Discard(Checkpoint checkpoint)
    {
        if (IsHeld(checkpoint))
            (_gone ??= []).Add(checkpoint);
        else
            (_replaced ??= []).Add(checkpoint);
    }
}
