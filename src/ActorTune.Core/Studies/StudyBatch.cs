using ActorTune.Studies.Effects;

namespace ActorTune.Studies;

/// <summary>Events to be made durable together, and the effects to let out after that.</summary>
/// <param name="Events">The events in order.</param>
/// <param name="Effects">The effects in order.</param>
public sealed record StudyBatch(
    IReadOnlyList<JournalEntry> Events, IReadOnlyList<StudyEffect> Effects);
