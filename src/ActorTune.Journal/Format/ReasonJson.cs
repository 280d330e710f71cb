namespace ActorTune.Journal.Format;

/// <summary>The reason of a decision; what has its default is left out.</summary>
internal static class ReasonJson
{
    internal static void Write(Utf8JsonWriter writer, DecisionReason reason)
    {
        writer.WriteStartObject(FieldNames.Reason);
        writer.WriteString(FieldNames.Rule, reason.Rule);
        if (reason.Rung != -1)
            writer.WriteNumber(FieldNames.Rung, reason.Rung);
        if (reason.Count != 0)
            writer.WriteNumber(FieldNames.Count, reason.Count);
        if (reason.Kept != 0)
            writer.WriteNumber(FieldNames.Kept, reason.Kept);
        if (reason.Value is { } value)
            MetricJson.WriteNumber(writer, FieldNames.Value, value);
        if (reason.Cutoff is { } cutoff)
            MetricJson.WriteNumber(writer, FieldNames.Cutoff, cutoff);
        if (reason.CutoffTrial is { } trial)
            writer.WriteNumber(FieldNames.CutoffTrial, trial.Value);
        writer.WriteEndObject();
    }

    internal static DecisionReason Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("a reason must be an object");
        string? rule = null;
        int rung = -1;
        int count = 0;
        int kept = 0;
        double? value = null;
        double? cutoff = null;
        TrialNumber? cutoffTrial = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Takes(ref reader, FieldNames.Rule))
                rule = NamePool.Intern(ref reader);
            else if (Takes(ref reader, FieldNames.Rung))
                rung = reader.GetInt32();
            else if (Takes(ref reader, FieldNames.Count))
                count = reader.GetInt32();
            else if (Takes(ref reader, FieldNames.Kept))
                kept = reader.GetInt32();
            else if (Takes(ref reader, FieldNames.Value))
                value = MetricJson.ReadNumber(ref reader);
            else if (Takes(ref reader, FieldNames.Cutoff))
                cutoff = MetricJson.ReadNumber(ref reader);
            else if (Takes(ref reader, FieldNames.CutoffTrial))
                cutoffTrial = new TrialNumber(reader.GetInt32());
            else
                throw new JsonException($"a reason has no field '{reader.GetString()}'");
        }

        return new DecisionReason(
            rule ?? throw new JsonException("a reason needs its 'rule'"),
            rung,
            count,
            kept,
            value,
            cutoff,
            cutoffTrial);
    }

    private static bool Takes(ref Utf8JsonReader reader, JsonEncodedText name) =>
        reader.ValueTextEquals(name.EncodedUtf8Bytes) && reader.Read();
}
