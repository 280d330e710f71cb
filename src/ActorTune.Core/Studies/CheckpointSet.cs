namespace ActorTune.Studies;

/// <summary>
/// The checkpoints of a trial that may still be resumed from. One that was announced counts only
/// once a measurement at its resource or beyond was taken in, so that no resume ever skips one.
/// One that another trial may still start from is held: it outlives its replacement.
/// </summary>
/// <remarks>There are as many of these as trials, and most have one checkpoint at most.</remarks>
internal struct CheckpointSet
{
    // Attempts count from 1: that of no checkpoint is 0.
    private Checkpoint _oldest;
    private Further? _further;

    /// <summary>All that were not replaced, oldest first.</summary>
    internal readonly IReadOnlyList<Checkpoint> All =>
        HasAny ? [_oldest, .. _further?.Kept ?? []] : [];

    private readonly bool HasAny => _oldest.Attempt.Number > 0;

    internal void Add(Checkpoint checkpoint)
    {
        if (!HasAny)
            _oldest = checkpoint;
        else
            (_further ??= new Further()).Kept.Add(checkpoint);
    }

    /// <summary>One is not there: it is as if it had never been announced.</summary>
    internal void Forget(Checkpoint checkpoint)
    {
        Remove(checkpoint);
        _further?.Gone.Remove(checkpoint);
        _further?.Replaced.Remove(checkpoint);
    }

    /// <summary>The latest one at or below a measured resource.</summary>
    internal readonly Checkpoint? LatestUpTo(Resource measured)
    {
        for (int i = (_further?.Kept.Count ?? 0) - 1; i >= 0; i--)
        {
            if (_further!.Kept[i].Resource <= measured)
                return _further.Kept[i];
        }

        return HasAny && _oldest.Resource <= measured ? _oldest : null;
    }

    /// <summary>
    /// Marks as replaced all that are older than the latest one, but for one resource.
    /// </summary>
    internal void Replace(Resource measured, Resource? protectedAt)
    {
        if (_further is not { Kept.Count: > 0 } || LatestUpTo(measured) is not { } latest)
            return;
        foreach (Checkpoint checkpoint in All.Reverse())
        {
            bool isOlder = checkpoint != latest && checkpoint.Resource <= measured;
            if (isOlder && checkpoint.Resource != protectedAt)
                Discard(checkpoint);
        }
    }

    /// <summary>Marks all as replaced: their trial never goes on.</summary>
    internal void ReplaceAll()
    {
        foreach (Checkpoint checkpoint in All)
            Discard(checkpoint);
    }

    /// <summary>Another trial may start from it until it is released.</summary>
    internal void Hold(Checkpoint checkpoint) =>
        (_further ??= new Further()).Held.Add(checkpoint);

    internal void Release(Checkpoint checkpoint)
    {
        if (_further is not { } further)
            return;
        further.Held.Remove(checkpoint);
        if (!further.Held.Contains(checkpoint) && further.Gone.Remove(checkpoint))
            further.Replaced.Add(checkpoint);
    }

    /// <summary>The replaced ones; they are handed out once.</summary>
    internal IReadOnlyList<Checkpoint> TakeReplaced()
    {
        if (_further is not { } further)
            return [];
        IReadOnlyList<Checkpoint> taken = further.TakeReplaced();
        if (further.IsEmpty)
            _further = null;
        return taken;
    }

    private void Discard(Checkpoint checkpoint)
    {
        Remove(checkpoint);
        _further ??= new Further();
        if (_further.Held.Contains(checkpoint))
            _further.Gone.Add(checkpoint);
        else
            _further.Replaced.Add(checkpoint);
    }

    private void Remove(Checkpoint checkpoint)
    {
        if (_further?.Kept.Remove(checkpoint) == true || _oldest != checkpoint)
            return;
        _oldest = default;
        if (_further is not { Kept.Count: > 0 })
            return;
        _oldest = _further.Kept[0];
        _further.Kept.RemoveAt(0);
    }

    /// <summary>What only the set of few trials has, and of the others only for a moment.</summary>
    private sealed class Further
    {
        /// <summary>Those after the oldest one.</summary>
        internal List<Checkpoint> Kept { get; } = [];

        /// <summary>One entry for each trial that holds it.</summary>
        internal List<Checkpoint> Held { get; } = [];

        /// <summary>Replaced, but held: they wait for the last of their holders.</summary>
        internal List<Checkpoint> Gone { get; } = [];

        internal List<Checkpoint> Replaced { get; private set; } = [];

        internal bool IsEmpty =>
            Kept.Count == 0 && Held.Count == 0 && Gone.Count == 0 && Replaced.Count == 0;

        internal IReadOnlyList<Checkpoint> TakeReplaced()
        {
            List<Checkpoint> taken = Replaced;
            if (taken.Count > 0)
                Replaced = [];
            return taken;
        }
    }
}
