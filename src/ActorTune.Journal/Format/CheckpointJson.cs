namespace ActorTune.Journal.Format;

/// <summary>
/// The checkpoint that an attempt goes on from, which may be another trial's, and that trial.
/// </summary>
internal static class CheckpointJson
{
    internal static void Write(Utf8JsonWriter writer, Checkpoint checkpoint)
    {
        writer.WriteStartObject(FieldNames.From);
        writer.WriteNumber(FieldNames.Trial, checkpoint.Attempt.Trial.Value);
        writer.WriteNumber(FieldNames.Attempt, checkpoint.Attempt.Number);
        writer.WriteNumber(FieldNames.Resource, checkpoint.Resource.Units);
        writer.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter writer, TrialParent parent)
    {
        writer.WriteStartObject(FieldNames.Parent);
        writer.WriteNumber(FieldNames.Trial, parent.Trial.Value);
        writer.WriteNumber(FieldNames.Resource, parent.Resource.Units);
        writer.WriteEndObject();
    }

    internal static TrialParent ReadParent(ref Utf8JsonReader reader)
    {
        const Field needed = Field.Trial | Field.Resource;
        EventFields fields = ReadAlone(ref reader, needed, "a parent");
        return new TrialParent(fields.TrialNumber, new Resource(fields.Resource));
    }

    internal static Checkpoint Read(ref Utf8JsonReader reader)
    {
        const Field needed = Field.Trial | Field.Attempt | Field.Resource;
        EventFields fields = ReadAlone(ref reader, needed, "a checkpoint");
        return new Checkpoint(fields.AttemptId, new Resource(fields.Resource));
    }

    private static EventFields ReadAlone(ref Utf8JsonReader reader, Field needed, string what)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"{what} must be an object");
        var fields = default(EventFields);
        fields.ReadAll(ref reader);
        return fields.Seen == needed
            ? fields
            : throw new JsonException($"{what} needs {FieldNames.Describe(needed)} alone");
    }
}
