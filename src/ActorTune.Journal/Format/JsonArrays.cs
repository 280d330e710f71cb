namespace ActorTune.Journal.Format;

/// <summary>Flat arrays of numbers and texts.</summary>
internal static class JsonArrays
{
    internal static void Write(
        Utf8JsonWriter writer, JsonEncodedText name, IReadOnlyList<int> values)
    {
        writer.WriteStartArray(name);
        foreach (int value in values)
            writer.WriteNumberValue(value);
        writer.WriteEndArray();
    }

    internal static void Write(
        Utf8JsonWriter writer, JsonEncodedText name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (string value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    internal static int[] ReadIntegers(ref Utf8JsonReader reader)
    {
        var values = new List<int>();
        Enter(ref reader);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            values.Add(reader.GetInt32());
        return [.. values];
    }

    internal static string[] ReadTexts(ref Utf8JsonReader reader)
    {
        var values = new List<string>();
        Enter(ref reader);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            values.Add(reader.GetString() ?? throw new JsonException("a text is null"));
        return [.. values];
    }

    private static void Enter(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("expected an array");
    }
}
