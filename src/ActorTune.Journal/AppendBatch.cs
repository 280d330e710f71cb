namespace ActorTune.Journal;

/// <summary>What every journal checks before it touches its store.</summary>
public static class AppendBatch
{
    /// <summary>Refuses an empty or wrongly numbered batch: a programming error.</summary>
    /// <param name="epoch">The opening under which the caller writes.</param>
    /// <param name="expected">The head that the caller knows.</param>
    /// <param name="entries">The batch.</param>
    /// <exception cref="ArgumentException">The batch is empty or wrongly numbered.</exception>
    public static void Check(
        Epoch epoch, SequenceNumber expected, IReadOnlyList<JournalEntry> entries)
    {
        if (entries.Count == 0)
            throw new ArgumentException("An append needs at least one entry.", nameof(entries));
        for (int i = 0; i < entries.Count; i++)
            CheckEntry(epoch, expected.Value + i + 1, entries[i]);
    }

    private static void CheckEntry(Epoch epoch, long position, JournalEntry entry)
    {
        if (entry.Sequence.Value != position)
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"The entry at position {position} of the append is numbered {entry.Sequence}; "
                    + $"number entries from the expected head on without a gap."));
        if (entry.Epoch != epoch)
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"Entry {entry.Sequence} is of epoch {entry.Epoch}, the append of epoch {epoch}; "
                    + $"an append writes one epoch."));
    }
}
