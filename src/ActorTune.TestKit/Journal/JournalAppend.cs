using ActorTune.Studies;

namespace ActorTune.TestKit.Journal;

/// <summary>An append that a fault may befall.</summary>
/// <param name="Study">The study.</param>
/// <param name="Number">The append's ordinal over the whole journal, from 1.</param>
/// <param name="Epoch">The epoch of the batch.</param>
/// <param name="Entries">The batch.</param>
public sealed record JournalAppend(
    StudyId Study, int Number, Epoch Epoch, IReadOnlyList<JournalEntry> Entries);
