using System.Text.Json;
using ActorTune.Analysis;
using ActorTune.Analysis.Statistics;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Analysis;

/// <summary>Members of JSON objects that several sections write.</summary>
internal static class AnalysisJson
{
    internal static void WriteTable(this Utf8JsonWriter writer, TrialTable table)
    {
        if (table.Resource is { } resource)
            writer.WriteNumber("resource", resource.Units);
        else
            writer.WriteNull("resource");
        writer.WriteNumber("trials", table.Trials.Count);
        writer.WriteNumber("without-value", table.UnmeasuredCount);
        writer.WriteNumber("failed", table.FailedCount);
    }

    internal static void WriteTrial(this Utf8JsonWriter writer, AnalyzedTrial trial)
    {
        writer.WriteNumber("trial", trial.Number.Value);
        writer.WriteNumber("resource", trial.Resource.Units);
        writer.WriteNumber("value", trial.Value);
        writer.WriteConfiguration(trial.Configuration);
    }

    internal static void WriteCell(this Utf8JsonWriter writer, ParameterCell cell)
    {
        writer.WriteValue("low", cell.Low);
        writer.WriteValue("high", cell.High);
    }

    internal static void WriteSummary(this Utf8JsonWriter writer, ValueSummary summary)
    {
        writer.WriteNumber("trials", summary.Count);
        writer.Number("mean", summary.Mean);
        writer.Number("standard-error", summary.StandardError);
    }

    internal static void WriteInterval(this Utf8JsonWriter writer, string name, Interval interval)
    {
        writer.WriteStartObject(name);
        writer.Number("estimate", interval.Estimate);
        writer.Number("low", interval.Low);
        writer.Number("high", interval.High);
        writer.Number("confidence", interval.Confidence);
        writer.WriteEndObject();
    }

    /// <summary>The importance of each parameter as a share, by name.</summary>
    internal static void WriteShares(this Utf8JsonWriter writer, ImportanceTable table)
    {
        writer.WriteStartObject("importance");
        foreach (ParameterImportance parameter in table.Parameters)
            writer.WriteNumber(parameter.Parameter, parameter.Share);
        writer.WriteEndObject();
        writer.WriteString("method", ImportanceMethods.NameOf(table.Method));
    }

    private static void WriteValue(this Utf8JsonWriter writer, string name, ParameterValue value)
    {
        if (value.IsNumber)
            writer.WriteNumber(name, value.AsDouble());
        else if (value.Kind == ParameterValueKind.Boolean)
            writer.WriteBoolean(name, value.AsBoolean());
        else
            writer.WriteString(name, value.AsText());
    }
}
