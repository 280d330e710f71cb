using System.Buffers;

namespace ActorTune.Journal.Format;

/// <summary>
/// Parameter values. A float always has a point or an exponent and an integer never has, so that
/// each reads back as what it was; both are exact.
/// </summary>
internal static class ValueJson
{
    private const int LongestFloat = 40;
    private static readonly SearchValues<byte> FloatMarks = SearchValues.Create(".eE"u8);

    internal static void Write(Utf8JsonWriter writer, ParameterValue value)
    {
        switch (value.Kind)
        {
            case ParameterValueKind.Float:
                WriteFloat(writer, value.AsDouble());
                break;
            case ParameterValueKind.Integer:
                writer.WriteNumberValue(value.AsInt64());
                break;
            case ParameterValueKind.Boolean:
                writer.WriteBooleanValue(value.AsBoolean());
                break;
            default:
                writer.WriteStringValue(value.AsText());
                break;
        }
    }

    internal static ParameterValue Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => ParameterValue.Of(reader.GetString()!),
        JsonTokenType.True => ParameterValue.Of(true),
        JsonTokenType.False => ParameterValue.Of(false),
        JsonTokenType.Number when IsFloat(reader.ValueSpan) =>
            ParameterValue.Of(reader.GetDouble()),
        JsonTokenType.Number => ParameterValue.Of(reader.GetInt64()),
        _ => throw new JsonException("a value must be a number, a text or a boolean"),
    };

    internal static ParameterValue Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => ParameterValue.Of(element.GetString()!),
        JsonValueKind.True => ParameterValue.Of(true),
        JsonValueKind.False => ParameterValue.Of(false),
        JsonValueKind.Number when element.GetRawText().AsSpan().ContainsAny('.', 'e', 'E') =>
            ParameterValue.Of(element.GetDouble()),
        JsonValueKind.Number => ParameterValue.Of(element.GetInt64()),
        _ => throw new JsonException("a value must be a number, a text or a boolean"),
    };

    internal static void WriteConfiguration(Utf8JsonWriter writer, Configuration configuration)
    {
        writer.WriteStartObject(FieldNames.Configuration);
        for (int i = 0; i < configuration.Count; i++)
        {
            writer.WritePropertyName(configuration.Names[i]);
            Write(writer, configuration.Values[i]);
        }

        writer.WriteEndObject();
    }

    internal static Configuration ReadConfiguration(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("a configuration must be an object");
        var values = new List<KeyValuePair<string, ParameterValue>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = NamePool.Intern(ref reader);
            reader.Read();
            values.Add(KeyValuePair.Create(name, Read(ref reader)));
        }

        return new Configuration(values);
    }

    private static bool IsFloat(ReadOnlySpan<byte> number) => number.ContainsAny(FloatMarks);

    private static void WriteFloat(Utf8JsonWriter writer, double value)
    {
        Span<byte> text = stackalloc byte[LongestFloat];
        value.TryFormat(text, out int length, "R", CultureInfo.InvariantCulture);
        if (!IsFloat(text[..length]))
        {
            ".0"u8.CopyTo(text[length..]);
            length += 2;
        }

        writer.WriteRawValue(text[..length], skipInputValidation: true);
    }
}
