namespace ActorTune.Journal.Format;

/// <summary>What a fork shares with its parent, but for the specification.</summary>
internal static class ForkJson
{
    internal static void Write(Utf8JsonWriter writer, StudyForked fact)
    {
        JsonArrays.Write(writer, FieldNames.Strategies, fact.Strategies);
        writer.WritePropertyName(FieldNames.Specification);
        SpecificationWriter.Write(writer, fact.Specification);
        writer.WriteStartObject(FieldNames.Fork);
        writer.WriteString("parent", fact.Parent.Name);
        writer.WriteBoolean("keeps-scheduler", fact.KeepsScheduler);
        writer.WriteBoolean("keeps-sampler", fact.KeepsSampler);
        if (fact.Missing.Count > 0)
            WriteMissing(writer, fact.Missing);
        writer.WriteEndObject();
    }

    private static void WriteMissing(Utf8JsonWriter writer, IReadOnlyList<Checkpoint> missing)
    {
        writer.WriteStartArray("missing");
        foreach (Checkpoint checkpoint in missing)
        {
            writer.WriteStartObject();
            writer.WriteNumber(FieldNames.Trial, checkpoint.Attempt.Trial.Value);
            writer.WriteNumber(FieldNames.Attempt, checkpoint.Attempt.Number);
            writer.WriteNumber(FieldNames.Resource, checkpoint.Resource.Units);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>The fork without its specification and versions, which are other fields.</summary>
    internal static StudyForked Read(ref Utf8JsonReader reader)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        var fields = new ObjectFields("a fork", document.RootElement);
        var fork = new StudyForked(new StudyId(fields.Text("parent")), null!)
        {
            KeepsScheduler = fields.Flag("keeps-scheduler"),
            KeepsSampler = fields.Flag("keeps-sampler"),
            Missing = fields.FindList("missing", ReadCheckpoint),
        };
        fields.Finish();
        return fork;
    }

    private static Checkpoint ReadCheckpoint(JsonElement element)
    {
        var fields = new ObjectFields("a checkpoint", element);
        var checkpoint = new Checkpoint(
            new AttemptId(new TrialNumber(fields.Integer("trial")), fields.Integer("attempt")),
            new Resource(fields.Take("resource").GetInt64()));
        fields.Finish();
        return checkpoint;
    }
}
