namespace ActorTune.Journal.Format;

/// <summary>A trial scheduler that takes over, and what is known when it did.</summary>
internal static class SchedulerJson
{
    internal static void Write(
        Utf8JsonWriter writer, StrategyOptions scheduler, (string Rule, int Count)? done)
    {
        writer.WriteStartObject(FieldNames.Scheduler);
        SpecificationWriter.WriteStrategy(writer, scheduler);
        if (done is var (rule, count))
        {
            writer.WriteString(FieldNames.Rule, rule);
            writer.WriteNumber(FieldNames.Count, count);
        }

        writer.WriteEndObject();
    }

    internal static (StrategyOptions Options, string Rule, int Count) Read(
        ref Utf8JsonReader reader)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        var fields = new ObjectFields("a trial scheduler", document.RootElement);
        StrategyOptions options = SpecificationReader.ReadStrategy(fields);
        string rule = fields.Find("rule")?.GetString() ?? string.Empty;
        int count = fields.Find("count")?.GetInt32() ?? 0;
        fields.Finish();
        return (options, rule, count);
    }
}
