using System.Text.Encodings.Web;
using System.Text.Json;

namespace ActorTune.Cli.Output;

/// <summary>Writes one JSON document, laid out for people, with a line's end after it.</summary>
internal static class JsonOutput
{
    internal static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var writer = new Utf8JsonWriter(stream, options))
            write(writer);
        output.Write(Encoding.UTF8.GetString(stream.ToArray()));
        output.Write('\n');
    }

    /// <summary>Writes a number; one that JSON does not have becomes a text.</summary>
    internal static void Number(this Utf8JsonWriter writer, string name, double? value)
    {
        if (value is not { } number)
            writer.WriteNull(name);
        else if (double.IsFinite(number))
            writer.WriteNumber(name, number);
        else
            writer.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// All objectives and whether the constraints hold, where a trial is judged by them.
    /// </summary>
    internal static void WriteOutcome(this Utf8JsonWriter writer, TrialState trial)
    {
        if (trial.Outcome is not { } outcome)
            return;
        writer.WriteStartArray("values");
        foreach (double value in outcome.Values)
            writer.WriteNumberValue(value);
        writer.WriteEndArray();
        writer.WriteBoolean("feasible", outcome.IsFeasible);
    }

    /// <summary>The trial that it was started from, if there is one.</summary>
    internal static void WriteParent(this Utf8JsonWriter writer, TrialState trial)
    {
        if (trial.Parent is not { } parent)
            return;
        writer.WriteStartObject("parent");
        writer.WriteNumber("trial", parent.Trial.Value);
        writer.WriteNumber("resource", parent.Resource.Units);
        writer.WriteEndObject();
    }

    /// <summary>The statistics for which a study ended, where it has any.</summary>
    internal static void WriteGrounds(this Utf8JsonWriter writer, StudyState state)
    {
        if (state.EndGrounds is not { } grounds)
            return;
        writer.WriteStartObject("grounds");
        writer.WriteString("rule", grounds.Rule);
        writer.WriteNumber("trials", grounds.Count);
        writer.Number("value", grounds.Value);
        writer.Number("cutoff", grounds.Cutoff);
        if (grounds.CutoffTrial is { } trial)
            writer.WriteNumber("trial", trial.Value);
        writer.WriteEndObject();
    }

    internal static void WriteConfiguration(
        this Utf8JsonWriter writer, Configuration configuration)
    {
        writer.WriteStartObject("configuration");
        for (int i = 0; i < configuration.Count; i++)
        {
            string name = configuration.Names[i];
            ParameterValue value = configuration.Values[i];
            switch (value.Kind)
            {
                case ParameterValueKind.Float:
                    writer.WriteNumber(name, value.AsDouble());
                    break;
                case ParameterValueKind.Integer:
                    writer.WriteNumber(name, value.AsInt64());
                    break;
                case ParameterValueKind.Boolean:
                    writer.WriteBoolean(name, value.AsBoolean());
                    break;
                default:
                    writer.WriteString(name, value.AsText());
                    break;
            }
        }

        writer.WriteEndObject();
    }
}
