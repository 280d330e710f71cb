namespace ActorTune.Actors;

/// <summary>What the kernel tells a cell; handled before all messages of users.</summary>
/// <param name="Kind">What happened or is asked.</param>
/// <param name="Other">The cell that it is about.</param>
/// <param name="Error">The cause, for failures.</param>
/// <param name="Number">The restart that a backoff belongs to.</param>
internal readonly record struct SystemMessage(
    SystemMessageKind Kind,
    ActorCell? Other = null,
    Exception? Error = null,
    int Number = 0)
{
    /// <summary>Whether it must not overtake messages of its sender: it says that no more come.
    /// </summary>
    public bool ComesLast =>
        Kind is SystemMessageKind.WatchedStopped or SystemMessageKind.ChildStopped;
}

internal enum SystemMessageKind
{
    Start,
    Stop,
    Crash,
    BackoffElapsed,
    ChildEscalated,
    ChildStopped,
    AddWatcher,
    RemoveWatcher,
    WatchedStopped,
}
