namespace ActorTune.Cli.Comparing;

/// <summary>Looks for the first event in which two journals part.</summary>
internal static class JournalComparison
{
    /// <summary>Compares event with event until two differ or one journal ends.</summary>
    internal static async Task<JournalDifference> FindAsync(
        IAsyncEnumerable<JournalEntry> left,
        IAsyncEnumerable<JournalEntry> right,
        ComparedParts parts,
        CancellationToken cancellation)
    {
        await using IAsyncEnumerator<JournalEntry> ofLeft = left.GetAsyncEnumerator(cancellation);
        await using IAsyncEnumerator<JournalEntry> ofRight = right.GetAsyncEnumerator(cancellation);
        var common = new JournalDifference(0, null, null, null, null, parts);
        while (true)
        {
            JournalEntry? one = await NextAsync(ofLeft, parts);
            JournalEntry? other = await NextAsync(ofRight, parts);
            if (one is null && other is null)
                return common;
            if (one is null || other is null || !AreEqual(one, other, parts))
                return common with { Left = one, Right = other };
            common = common with
            {
                Count = common.Count + 1,
                LastOfLeft = one,
                LastOfRight = other,
            };
        }
    }

    private static async Task<JournalEntry?> NextAsync(
        IAsyncEnumerator<JournalEntry> entries, ComparedParts parts)
    {
        while (await entries.MoveNextAsync())
        {
            bool isPassedOver = parts == ComparedParts.Decisions
                && ComparedForm.Of(entries.Current.Event, parts) is null;
            if (!isPassedOver)
                return entries.Current;
        }

        return null;
    }

    private static bool AreEqual(JournalEntry one, JournalEntry other, ComparedParts parts)
    {
        if (parts == ComparedParts.All
            && (one.Sequence != other.Sequence || one.Epoch != other.Epoch || one.At != other.At))
            return false;
        if (one.Event.Equals(other.Event))
            return true;
        StudyEvent left = ComparedForm.Of(one.Event, parts)!;
        StudyEvent right = ComparedForm.Of(other.Event, parts)!;
        // The stored form decides: equal records are stored alike, not always the reverse.
        return left.Equals(right) || EventText.Of(left) == EventText.Of(right);
    }
}
