namespace ActorTune.Journal.Format;

/// <summary>The checkpoint that an attempt goes on from; it may be another trial's.</summary>
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

    internal static Checkpoint Read(ref Utf8JsonReader reader)
    {
        const Field needed = Field.Trial | Field.Attempt | Field.Resource;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("a checkpoint must be an object");
        var fields = default(EventFields);
        fields.ReadAll(ref reader);
        return fields.Seen == needed
            ? new Checkpoint(fields.AttemptId, new Resource(fields.Resource))
            : throw new JsonException($"a checkpoint needs {FieldNames.Describe(needed)} alone");
    }
}
