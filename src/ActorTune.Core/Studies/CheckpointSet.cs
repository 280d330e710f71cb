namespace ActorTune.Studies;

/// <summary>
/// The checkpoints of a trial that may still be resumed from. One that was announced counts only
/// once a measurement at its resource or beyond was taken in, so that no resume ever skips one.
/// </summary>
internal sealed class CheckpointSet
{
    private readonly List<Checkpoint> _kept = [];
    private readonly List<Checkpoint> _replaced = [];

    /// <summary>All that were not replaced, oldest first.</summary>
    internal IReadOnlyList<Checkpoint> All => _kept;

    internal void Add(Checkpoint checkpoint) => _kept.Add(checkpoint);

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
            _replaced.Add(checkpoint);
        }
    }

    /// <summary>The replaced ones; they are handed out once.</summary>
    internal IReadOnlyList<Checkpoint> TakeReplaced()
    {
        if (_replaced.Count == 0)
            return [];
        Checkpoint[] taken = [.. _replaced];
        _replaced.Clear();
        return taken;
    }
}
