using ActorTune.Journal;
using ActorTune.Studies;
using ActorTune.Studies.Events;

namespace ActorTune.TestKit.Journal;

/// <summary>Short forms of what cases do again and again.</summary>
public static class JournalOperations
{
    /// <summary>Makes entries of events, numbered after a position, a second apart.</summary>
    /// <param name="after">The position before the first.</param>
    /// <param name="epoch">The epoch of all of them.</param>
    /// <param name="events">The events.</param>
    public static IReadOnlyList<JournalEntry> Number(
        SequenceNumber after, Epoch epoch, params IReadOnlyList<StudyEvent> events)
    {
        var entries = new JournalEntry[events.Count];
        for (int i = 0; i < entries.Length; i++)
        {
            var sequence = new SequenceNumber(after.Value + i + 1);
            DateTimeOffset at = StudyEventSamples.Start.AddSeconds(sequence.Value);
            entries[i] = new JournalEntry(sequence, epoch, at, events[i]);
        }

        return entries;
    }

    /// <summary>Appends events at the writer's own head.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="epoch">The epoch.</param>
    /// <param name="events">The events.</param>
    /// <returns>The entries.</returns>
    /// <exception cref="SpecException">They were not appended.</exception>
    public static async Task<IReadOnlyList<JournalEntry>> AppendAsync(
        this IStudyJournalWriter writer, Epoch epoch, params IReadOnlyList<StudyEvent> events)
    {
        IReadOnlyList<JournalEntry> entries = Number(writer.Head, epoch, events);
        AppendOutcome outcome = await writer
            .AppendAsync(epoch, writer.Head, entries, CancellationToken.None)
            .ConfigureAwait(false);
        Expect.Equal(AppendOutcome.Appended, outcome, "an append at the head");
        return entries;
    }

    /// <summary>Reads all that follows a position.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="study">The study.</param>
    /// <param name="after">The last position not wanted.</param>
    public static async Task<List<JournalEntry>> ReadAllAsync(
        this IStudyJournal journal, StudyId study, SequenceNumber after = default)
    {
        var entries = new List<JournalEntry>();
        await foreach (JournalEntry entry in
            journal.ReadAsync(study, after, CancellationToken.None).ConfigureAwait(false))
            entries.Add(entry);
        return entries;
    }

    /// <summary>Opens a study for writing.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="study">The study.</param>
    public static ValueTask<IStudyJournalWriter> OpenAsync(
        this IStudyJournal journal, StudyId study) =>
        journal.OpenWriterAsync(study, CancellationToken.None);
}
