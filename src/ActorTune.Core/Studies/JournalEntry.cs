using ActorTune.Studies.Events;

namespace ActorTune.Studies;

/// <summary>An event with its place in the journal.</summary>
/// <param name="Sequence">Its position.</param>
/// <param name="Epoch">The opening that wrote it.</param>
/// <param name="At">
/// When the fact was taken in (UTC); a decision has the time of the fact that it followed.
/// </param>
/// <param name="Event">The event.</param>
public sealed record JournalEntry(
    SequenceNumber Sequence, Epoch Epoch, DateTimeOffset At, StudyEvent Event);
