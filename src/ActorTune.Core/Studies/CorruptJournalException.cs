namespace ActorTune.Studies;

/// <summary>
/// An event cannot follow the events before it: the journal was altered, or written by something
/// else. Nothing is decided on such a journal.
/// </summary>
public sealed class CorruptJournalException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="entry">The event that does not fit.</param>
    /// <param name="reason">Why.</param>
    public CorruptJournalException(JournalEntry entry, string reason)
        : base($"Event {entry.Sequence} ({entry.Event.GetType().Name}) does not fit: {reason}.") =>
        Sequence = entry.Sequence;

    /// <summary>Where the journal stops making sense.</summary>
    public SequenceNumber Sequence { get; }
}
