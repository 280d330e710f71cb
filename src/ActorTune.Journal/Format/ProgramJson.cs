namespace ActorTune.Journal.Format;

/// <summary>
/// The stored form of the trial program. A secret is stored as a reference alone.
/// </summary>
internal static class ProgramJson
{
    internal static void Write(Utf8JsonWriter writer, ProgramSpecification program)
    {
        writer.WriteStartObject("program");
        writer.WriteString("function", program.Function);
        writer.WriteStartArray("command");
        foreach (string argument in program.Command)
            writer.WriteStringValue(argument);
        writer.WriteEndArray();
        writer.WriteBoolean("isolated", program.Isolated);
        writer.WriteBoolean("resumes", program.Resumes);
        writer.WriteStartArray("environment");
        foreach (EnvironmentVariable variable in program.Environment)
            WriteVariable(writer, variable);
        writer.WriteEndArray();
        if (program.WorkingDirectory is { } folder)
            writer.WriteString("working-directory", folder);
        if (program.TimeLimit is { } limit)
            writer.WriteString("time-limit", PolicyJson.DurationText(limit));
        if (program.SilenceLimit is { } silence)
            writer.WriteString("silence-limit", PolicyJson.DurationText(silence));
        writer.WriteString("stop-grace", PolicyJson.DurationText(program.StopGrace));
        writer.WriteEndObject();
    }

    internal static ProgramSpecification Read(JsonElement element)
    {
        var fields = new ObjectFields("a program", element);
        var program = new ProgramSpecification
        {
            Function = fields.Text("function"),
            Command = fields.List("command", argument => argument.GetString() ?? string.Empty),
            Isolated = fields.Flag("isolated"),
            Resumes = fields.Flag("resumes"),
            Environment = fields.List("environment", ReadVariable),
            WorkingDirectory = fields.Find("working-directory")?.GetString(),
            TimeLimit = fields.FindDuration("time-limit"),
            SilenceLimit = fields.FindDuration("silence-limit"),
            StopGrace = ObjectFields.Duration(fields.Text("stop-grace")),
        };
        fields.Finish();
        return program;
    }

    private static void WriteVariable(Utf8JsonWriter writer, EnvironmentVariable variable)
    {
        writer.WriteStartObject();
        writer.WriteString("name", variable.Name);
        if (variable.Value is not null)
            writer.WriteString("value", variable.Value);
        if (variable.Reference is not null)
            writer.WriteString("reference", variable.Reference);
        writer.WriteEndObject();
    }

    private static EnvironmentVariable ReadVariable(JsonElement element)
    {
        var fields = new ObjectFields("an environment variable", element);
        var variable = new EnvironmentVariable(
            fields.Text("name"),
            fields.Find("value")?.GetString(),
            fields.Find("reference")?.GetString());
        fields.Finish();
        return variable;
    }
}
