namespace ActorTune.Strategies;

/// <summary>Reads what a strategy saved; whatever is wrong with it is one kind of error.</summary>
internal static class SavedState
{
    /// <exception cref="FormatException">The text is not a state of the rule.</exception>
    internal static void Read(string version, JsonElement state, Action<JsonElement> read)
    {
        try
        {
            if (state.ValueKind != JsonValueKind.Object)
                throw new FormatException($"an object was expected, got {state.ValueKind}");
            read(state);
        }
        catch (Exception error) when (error
            is KeyNotFoundException or InvalidOperationException or FormatException
            or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            throw new FormatException(
                $"This is not a saved state of {version}: {error.Message}", error);
        }
    }

    internal static void Demand(bool holds, string message)
    {
        if (!holds)
            throw new FormatException(message);
    }
}
