using System.Text.Json;

namespace ActorTune.Programs.Wire;

/// <summary>Writes messages as JSON objects.</summary>
internal static class MessageWriter
{
    internal static void Write(Utf8JsonWriter json, TrialMessage message)
    {
        json.WriteStartObject();
        json.WriteString("type", MessageNames.TypeOf(message));
        switch (message)
        {
            case HelloMessage hello:
                json.WriteNumber("protocol", hello.Protocol);
                json.WriteString("client", hello.Client);
                break;
            case AssignmentMessage assignment:
                WriteAssignment(json, assignment);
                break;
            case ReportMessage report:
                WriteReport(json, report);
                break;
            case CheckpointMessage checkpoint:
                json.WriteNumber("resource", checkpoint.Resource.Units);
                json.WriteString("folder", checkpoint.Folder);
                break;
            case EndMessage end:
                json.WriteString("end", MessageNames.Of(end.Outcome.End));
                json.WriteString("error", end.Outcome.Error);
                break;
            case ReplyMessage reply:
                WriteReply(json, reply);
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteAssignment(Utf8JsonWriter json, AssignmentMessage message)
    {
        TrialAssignment assignment = message.Assignment;
        json.WriteNumber("protocol", TrialWire.Protocol);
        json.WriteString("study", assignment.Study.Name);
        json.WriteNumber("trial", assignment.Attempt.Trial.Value);
        json.WriteNumber("attempt", assignment.Attempt.Number);
        json.WriteStartObject("configuration");
        for (int i = 0; i < assignment.Configuration.Count; i++)
            WriteValue(json, assignment.Configuration.Names[i], assignment.Configuration.Values[i]);
        json.WriteEndObject();

        // A text, as many readers of JSON lose the low bits of numbers beyond 2^53.
        json.WriteString("seed", assignment.Seed.ToString(CultureInfo.InvariantCulture));
        json.WriteString("objective", assignment.Objective);
        json.WriteString("unit", assignment.ResourceUnit);
        json.WriteString("folder", assignment.Folder);
        json.WriteStartArray("slots");
        foreach (int slot in assignment.Slots)
            json.WriteNumberValue(slot);
        json.WriteEndArray();
        json.WriteBoolean("resumes", assignment.Resumes);
        WriteResource(json, "until", assignment.Until);
        if (assignment.Resume is { } resume)
        {
            json.WriteStartObject("resume");
            json.WriteNumber("resource", resume.Resource.Units);
            json.WriteString("folder", resume.Folder);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("resume");
        }

        json.WriteNumber("credit", message.Credit);
    }

    private static void WriteReport(Utf8JsonWriter json, ReportMessage message)
    {
        json.WriteNumber("report", message.Report);
        json.WriteNumber("resource", message.Resource.Units);
        json.WriteStartObject("metrics");
        for (int i = 0; i < message.Metrics.Count; i++)
        {
            string name = message.Metrics.Names[i];
            double value = message.Metrics.Values[i];
            if (double.IsFinite(value))
                json.WriteNumber(name, value);
            else
                json.WriteString(name, MessageNames.OfNonFinite(value));
        }

        json.WriteEndObject();
        json.WriteBoolean("barrier", message.IsBarrier);
    }

    private static void WriteReply(Utf8JsonWriter json, ReplyMessage message)
    {
        json.WriteNumber("report", message.Report);
        json.WriteString("instruction", MessageNames.Of(message.Reply.Instruction));
        WriteResource(json, "until", message.Reply.Until);
        json.WriteBoolean("checkpoint", message.Reply.WantsCheckpoint);
    }

    private static void WriteResource(Utf8JsonWriter json, string name, Resource? resource)
    {
        if (resource is { } given)
            json.WriteNumber(name, given.Units);
        else
            json.WriteNull(name);
    }

    // A float's text has a point or an exponent, by which it is told from an integer.
    private static void WriteValue(Utf8JsonWriter json, string name, ParameterValue value)
    {
        json.WritePropertyName(name);
        if (value.Kind == ParameterValueKind.Text)
            json.WriteStringValue(value.AsText());
        else
            json.WriteRawValue(value.ToString());
    }
}
