using System.Text.Json;

namespace ActorTune.Cli.Forking;

/// <summary>
/// Writes a study's program, its end and what follows a failure as a configuration file says it.
/// </summary>
internal static class PolicyText
{
    internal static void WriteProgram(Utf8JsonWriter writer, ProgramSpecification program)
    {
        writer.WriteStartObject("program");
        if (program.Function.Length > 0)
            writer.WriteString("function", program.Function);
        if (program.Command.Count > 0)
            WriteCommand(writer, program.Command);
        writer.WriteBoolean("isolated", program.Isolated);
        writer.WriteBoolean("resumes", program.Resumes);
        writer.WriteStartObject("environment");
        foreach (EnvironmentVariable variable in program.Environment)
            WriteVariable(writer, variable);
        writer.WriteEndObject();
        if (program.WorkingDirectory is { } folder)
            writer.WriteString("working-directory", folder);
        WriteTime(writer, "time-limit", program.TimeLimit);
        WriteTime(writer, "silence-limit", program.SilenceLimit);
        WriteTime(writer, "stop-grace", program.StopGrace);
        writer.WriteEndObject();
    }

    private static void WriteCommand(Utf8JsonWriter writer, IReadOnlyList<string> command)
    {
        writer.WriteStartArray("command");
        foreach (string word in command)
            writer.WriteStringValue(word);
        writer.WriteEndArray();
    }

    private static void WriteVariable(Utf8JsonWriter writer, EnvironmentVariable variable)
    {
        if (variable.Value is { } value)
        {
            writer.WriteString(variable.Name, value);
            return;
        }

        writer.WriteStartObject(variable.Name);
        writer.WriteString("secret", variable.Reference);
        writer.WriteEndObject();
    }

    internal static void WriteStop(Utf8JsonWriter writer, StopConditions stop)
    {
        writer.WriteStartObject("stop");
        if (stop.Trials is { } trials)
            writer.WriteNumber("trials", trials);
        WriteTime(writer, "wall-time", stop.WallTime);
        if (stop.TotalResource is { } resource)
            writer.WriteNumber("total-resource", resource);
        if (stop.Target is { } target)
            writer.WriteNumber("target", target);
        if (stop.NoImprovement is { } limit)
            WriteLimit(writer, limit);
        if (stop.RegretBound is { } bound)
            WriteBound(writer, bound);
        writer.WriteString("mode", stop.Mode == EndMode.Drain ? "drain" : "cancel");
        writer.WriteNumber("finish-best", stop.FinishBest);
        writer.WriteEndObject();
    }

    private static void WriteLimit(Utf8JsonWriter writer, NoImprovement limit)
    {
        writer.WriteStartObject("no-improvement");
        writer.WriteNumber("trials", limit.Trials);
        writer.WriteNumber("min-delta", limit.MinDelta);
        writer.WriteEndObject();
    }

    private static void WriteBound(Utf8JsonWriter writer, RegretBound bound)
    {
        writer.WriteStartObject("regret-bound");
        if (bound.Error is { } error)
            writer.WriteNumber("error", error);
        writer.WriteNumber("min-trials", bound.MinTrials);
        writer.WriteEndObject();
    }

    internal static void WriteFailures(Utf8JsonWriter writer, FailurePolicy policy)
    {
        writer.WriteStartObject("failures");
        writer.WriteNumber("lost-worker-retries", policy.LostWorkerRetries);
        writer.WriteNumber("hang-retries", policy.HangRetries);
        writer.WriteNumber("out-of-memory-retries", policy.OutOfMemoryRetries);
        writer.WriteNumber("error-retries", policy.ErrorRetries);
        writer.WriteNumber("abort-after-failures-in-row", policy.AbortAfterFailuresInRow);
        writer.WriteNumber("abort-when-first-all-fail", policy.AbortWhenFirstAllFail);
        writer.WriteEndObject();
    }

    // Whole nanoseconds keep every time that there is.
    private static void WriteTime(Utf8JsonWriter writer, string name, TimeSpan? time)
    {
        if (time is { } span)
            writer.WriteString(name, string.Create(
                CultureInfo.InvariantCulture, $"{(Int128)span.Ticks * 100} ns"));
    }
}
