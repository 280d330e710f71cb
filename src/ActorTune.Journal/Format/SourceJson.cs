namespace ActorTune.Journal.Format;

/// <summary>Which trial of which earlier study was imported.</summary>
internal static class SourceJson
{
    internal static void Write(Utf8JsonWriter writer, StudyId study, TrialNumber trial)
    {
        writer.WriteStartObject(FieldNames.Source);
        writer.WriteString("study", study.Name);
        writer.WriteNumber(FieldNames.Trial, trial.Value);
        writer.WriteEndObject();
    }

    internal static (StudyId Study, TrialNumber Trial) Read(ref Utf8JsonReader reader)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        var fields = new ObjectFields("a source", document.RootElement);
        var study = new StudyId(fields.Text("study"));
        var trial = new TrialNumber(fields.Integer("trial"));
        fields.Finish();
        return (study, trial);
    }
}
