namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>Arrays of numbers in a saved state, read back to the last bit.</summary>
internal static class NumberText
{
    internal static void Write(
        Utf8JsonWriter writer, string name, ReadOnlySpan<double> numbers)
    {
        writer.WritePropertyName(name);
        Write(writer, numbers);
    }

    internal static void Write(Utf8JsonWriter writer, ReadOnlySpan<double> numbers)
    {
        writer.WriteStartArray();
        foreach (double number in numbers)
            writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }

    internal static void Read(JsonElement state, string name, Span<double> numbers) =>
        Read(state.GetProperty(name), numbers);

    internal static void Read(JsonElement saved, Span<double> numbers)
    {
        SavedState.Demand(
            saved.GetArrayLength() == numbers.Length, "it belongs to another search space");
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = saved[i].GetDouble();
    }
}
