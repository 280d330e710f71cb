using System.Diagnostics.CodeAnalysis;

namespace ActorTune.Journal.Format;

/// <summary>Metrics as an object of numbers; a number that JSON cannot hold is a word.</summary>
internal static class MetricJson
{
    private static readonly JsonEncodedText NotANumber = JsonEncodedText.Encode("NaN");
    private static readonly JsonEncodedText Infinite = JsonEncodedText.Encode("Infinity");
    private static readonly JsonEncodedText MinusInfinite = JsonEncodedText.Encode("-Infinity");

    [ThreadStatic]
    [SuppressMessage("Usage", "CA2019", Justification = "Created on first use by each thread.")]
    private static NamedValues<double>? _scratch;

    /// <summary>Where this thread collects metrics.</summary>
    internal static NamedValues<double> Scratch => _scratch ??= new NamedValues<double>();

    internal static void Write(Utf8JsonWriter writer, MetricSet metrics)
    {
        writer.WriteStartObject(FieldNames.Metrics);
        IReadOnlyList<string> names = metrics.Names;
        IReadOnlyList<double> values = metrics.Values;
        for (int i = 0; i < names.Count; i++)
        {
            double value = values[i];
            if (double.IsFinite(value))
                writer.WriteNumber(names[i], value);
            else
                writer.WriteString(names[i], Word(value));
        }

        writer.WriteEndObject();
    }

    internal static void WriteNumber(Utf8JsonWriter writer, JsonEncodedText name, double value)
    {
        if (double.IsFinite(value))
            writer.WriteNumber(name, value);
        else
            writer.WriteString(name, Word(value));
    }

    internal static double ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return reader.GetDouble();
        if (reader.ValueTextEquals(NotANumber.EncodedUtf8Bytes))
            return double.NaN;
        if (reader.ValueTextEquals(Infinite.EncodedUtf8Bytes))
            return double.PositiveInfinity;
        return reader.ValueTextEquals(MinusInfinite.EncodedUtf8Bytes)
            ? double.NegativeInfinity
            : throw new JsonException($"'{reader.GetString()}' is not a number");
    }

    internal static MetricSet Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("metrics must be an object");
        NamedValues<double> metrics = Scratch;
        int count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = NamePool.Intern(ref reader);
            reader.Read();
            metrics.Put(count++, name, ReadNumber(ref reader));
        }

        return new MetricSet(metrics.TakeNames(count), metrics.TakeValues(count));
    }

    private static JsonEncodedText Word(double value) => double.IsNaN(value)
        ? NotANumber
        : value > 0 ? Infinite : MinusInfinite;
}
