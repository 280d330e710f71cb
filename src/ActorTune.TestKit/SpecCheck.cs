namespace ActorTune.TestKit;

/// <summary>The assertions of conformance suites.</summary>
internal static class SpecCheck
{
    public static void Equal<T>(T expected, T seen, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, seen))
        {
            throw new SpecException($"{what}: expected {expected}, seen {seen}.");
        }
    }

    public static void Sequence<T>(IEnumerable<T> expected, IEnumerable<T> seen, string what)
    {
        T[] wanted = [.. expected];
        T[] got = [.. seen];
        if (!wanted.SequenceEqual(got))
        {
            throw new SpecException($"{what}: expected [{Text(wanted)}], seen [{Text(got)}].");
        }
    }

    public static void True(bool holds, string what, object? seen = null)
    {
        if (!holds)
        {
            throw new SpecException(seen is null ? $"Expected: {what}." : $"{what}; seen {seen}.");
        }
    }

    public static TException Throws<TException>(Action action, string what)
        where TException : Exception
    {
        try
        {
            action();
        }
        catch (TException e)
        {
            return e;
        }

        throw new SpecException($"{what}: expected {typeof(TException).Name}, nothing was thrown.");
    }

    private static string Text<T>(T[] items) => items.Length <= 40
        ? string.Join(", ", items)
        : string.Join(", ", items[..40]) + $", ... {items.Length} in all";
}
