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
    private static Scratch? _scratch;

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
        Scratch scratch = _scratch ??= new Scratch();
        int count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            scratch.Reserve(count);
            scratch.Names[count] = NamePool.Intern(ref reader);
            reader.Read();
            scratch.Values[count++] = ReadNumber(ref reader);
        }

        return new MetricSet(scratch.TakeNames(count), scratch.Values.AsSpan(0, count).ToArray());
    }

    private static JsonEncodedText Word(double value) => double.IsNaN(value)
        ? NotANumber
        : value > 0 ? Infinite : MinusInfinite;

    /// <summary>
    /// Room to collect metrics in. Reports of one program name the same metrics, so that sets
    /// share the array of names, which nobody changes.
    /// </summary>
    private sealed class Scratch
    {
        private string[] _last = [];

        internal string[] Names { get; private set; } = new string[16];

        internal double[] Values { get; private set; } = new double[16];

        internal void Reserve(int count)
        {
            if (count < Names.Length)
                return;
            Names = [.. Names, .. new string[count]];
            Values = [.. Values, .. new double[count]];
        }

        internal string[] TakeNames(int count)
        {
            if (!Names.AsSpan(0, count).SequenceEqual(_last))
                _last = Names.AsSpan(0, count).ToArray();
            return _last;
        }
    }
}
