namespace ActorTune.Journal.Format;

/// <summary>
/// The stored form of events: one JSON object with the event's name <c>e</c>, the version <c>v</c>
/// of its form, and its fields. Numbers round-trip exactly; what is null is left out.
/// </summary>
public static class StudyEventCodec
{
    /// <summary>Writes an event as one object.</summary>
    /// <param name="writer">Stands where a value may be written.</param>
    /// <param name="value">The event.</param>
    public static void Write(Utf8JsonWriter writer, StudyEvent value)
    {
        if (value is MeasurementReported measurement)
            FactWriter.Write(writer, measurement);
        else if (value is StudyDecision decision)
            DecisionWriter.Write(writer, decision);
        else
            FactWriter.Write(writer, (StudyFact)value);
    }

    /// <summary>Reads an event.</summary>
    /// <param name="reader">Stands on the object's start; afterwards on its end.</param>
    /// <param name="upcasters">How older forms are read; null: those of this build.</param>
    /// <exception cref="JournalException">It is not whole, or of a form not known here.</exception>
    public static StudyEvent Read(ref Utf8JsonReader reader, Upcasters? upcasters = null)
    {
        Utf8JsonReader start = reader;
        try
        {
            if (ReadKind(ref reader) is { } kind)
                return ReadFields(kind, ref reader);
            reader = start;
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            return ReadCurrent((upcasters ?? Upcasters.Current).Upcast(document.RootElement));
        }
        catch (Exception error) when (StoredJson.IsMalformed(error))
        {
            throw new JournalException(
                JournalFailure.Damaged,
                $"A stored event{NameAt(start)} cannot be read: {error.Message}. Restore the "
                    + "journal from a copy.",
                error);
        }
    }

    /// <summary>Every stored name with its version, in ordinal order of the names.</summary>
    public static IReadOnlyList<KeyValuePair<string, int>> Forms { get; } =
    [
        .. Enum.GetValues<EventKind>()
            .Select(EventForm.Of)
            .Select(form => KeyValuePair.Create(form.Name.Value, form.Version))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal),
    ];

    /// <summary>The kind where name and version are those of this build, otherwise null.</summary>
    private static EventKind? ReadKind(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("an event must be an object");
        Demand(ref reader, FieldNames.Event);
        EventKind? kind = EventForm.At(ref reader);
        Demand(ref reader, FieldNames.Version);
        return kind is { } known && EventForm.Of(known).Version == reader.GetInt32() ? kind : null;
    }

    private static void Demand(ref Utf8JsonReader reader, JsonEncodedText name)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName
            || !reader.ValueTextEquals(name.EncodedUtf8Bytes))
            throw new JsonException($"its '{name}' is missing or out of place");
        reader.Read();
    }

    private static StudyEvent ReadFields(EventKind kind, ref Utf8JsonReader reader)
    {
        var fields = default(EventFields);
        fields.ReadAll(ref reader);
        EventForm form = EventForm.Of(kind);
        Field missing = form.Required & ~fields.Seen;
        if (missing != Field.None)
            throw new JsonException($"it lacks {FieldNames.Describe(missing)}");
        Field surplus = fields.Seen & ~form.Allowed;
        if (surplus != Field.None)
            throw new JsonException($"it has no field {FieldNames.Describe(surplus)}");
        return kind == EventKind.MeasurementReported
            ? FactReader.Measurement(fields)
            : DecisionReader.Build(kind, fields) ?? FactReader.Build(kind, fields);
    }

    private static StudyEvent ReadCurrent(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return ReadKind(ref reader) is { } kind
            ? ReadFields(kind, ref reader)
            : throw new JsonException("its upcaster wrote a form that this build does not know");
    }

    private static string NameAt(Utf8JsonReader start)
    {
        try
        {
            using JsonDocument document = JsonDocument.ParseValue(ref start);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("e", out JsonElement name)
                    ? $" '{name}'"
                    : string.Empty;
        }
        catch (JsonException)
        {
            // Not even JSON: there is no name to tell.
            return string.Empty;
        }
    }
}
