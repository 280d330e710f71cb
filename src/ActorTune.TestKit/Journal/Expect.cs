using ActorTune.Studies;

namespace ActorTune.TestKit.Journal;

/// <summary>The comparisons of the suite.</summary>
internal static class Expect
{
    internal static void Equal<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            throw new SpecException($"{what}: expected {expected}, got {actual}.");
    }

    internal static void True(bool holds, string what)
    {
        if (!holds)
            throw new SpecException(what);
    }

    internal static void Entries(
        IEnumerable<JournalEntry> expected, IEnumerable<JournalEntry> actual, string what)
    {
        List<string> left = [.. expected.Select(EntryText.Of)];
        List<string> right = [.. actual.Select(EntryText.Of)];
        for (int i = 0; i < Math.Min(left.Count, right.Count); i++)
            Equal(left[i], right[i], $"{what}, entry {i}");
        Equal(left.Count, right.Count, $"{what}, number of entries");
    }

    internal static async Task<TError> ThrowsAsync<TError>(Func<Task> action, string what)
        where TError : Exception
    {
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (TError error)
        {
            return error;
        }

        throw new SpecException($"{what}: expected {typeof(TError).Name}, got no error.");
    }
}
