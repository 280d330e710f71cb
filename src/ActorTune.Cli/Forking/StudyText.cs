using System.Text.Json;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Forking;

/// <summary>
/// Writes a recorded study as its configuration file says it, so that single values of it can be
/// set. JSON is HOCON; what is at its default is left out.
/// </summary>
internal static class StudyText
{
    internal static string Of(StudySpecification study)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, study);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, StudySpecification study)
    {
        writer.WriteStartObject();
        writer.WriteString("study", study.Study.Name);
        writer.WriteNumber("seed", study.Seed);
        WriteObjectives(writer, study);
        writer.WriteStartObject("resource");
        writer.WriteString("unit", study.ResourceUnit);
        if (study.MaxResource is { } most)
            writer.WriteNumber("max", most.Units);
        writer.WriteEndObject();
        SpaceText.Write(writer, study.SearchSpace);
        WriteStrategy(writer, "sampler", study.Sampler);
        WriteStrategy(writer, "scheduler", study.Scheduler);
        WriteProgram(writer, study.Program);
        WriteStop(writer, study.Stop);
        WriteFailures(writer, study.Failures);
        writer.WriteNumber("slots-per-trial", study.SlotsPerTrial);
        writer.WriteString("seeds", Word(study.Seeds));
        writer.WriteBoolean("start-with-defaults", study.StartWithDefaults);
        writer.WriteString("duplicates", Word(study.Duplicates));
        if (study.Enqueue.Count > 0)
            WriteEnqueued(writer, study.Enqueue);
        writer.WriteEndObject();
    }

    private static void WriteObjectives(Utf8JsonWriter writer, StudySpecification study)
    {
        if (study.Objectives.Count == 1)
        {
            writer.WritePropertyName("objective");
            WriteObjective(writer, study.Objective);
        }
        else
        {
            writer.WriteStartArray("objectives");
            foreach (Objective objective in study.Objectives)
                WriteObjective(writer, objective);
            writer.WriteEndArray();
        }

        if (study.Constraints.Count == 0)
            return;
        writer.WriteStartObject("constraints");
        foreach (OutcomeConstraint constraint in study.Constraints)
        {
            writer.WriteStartObject(constraint.Metric);
            SpaceText.WriteBounds(writer, constraint.AtLeast, constraint.AtMost);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteObjective(Utf8JsonWriter writer, Objective objective)
    {
        writer.WriteStartObject();
        writer.WriteString("metric", objective.Metric);
        writer.WriteString("direction", Word(objective.Direction));
        writer.WriteString("reduce", objective.Reduce.Kind == ReductionKind.MeanOfLast
            ? string.Create(
                CultureInfo.InvariantCulture, $"mean-of-last({objective.Reduce.Window})")
            : Word(objective.Reduce.Kind));
        writer.WriteEndObject();
    }

    private static void WriteStrategy(
        Utf8JsonWriter writer, string role, StrategyOptions strategy)
    {
        writer.WriteStartObject(role);
        writer.WriteStartObject(strategy.Name);
        SpaceText.WriteNamed(writer, strategy.Options);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteProgram(Utf8JsonWriter writer, ProgramSpecification program)
    {
        writer.WriteStartObject("program");
        if (program.Function.Length > 0)
            writer.WriteString("function", program.Function);
        if (program.Command.Count > 0)
        {
            writer.WriteStartArray("command");
            foreach (string word in program.Command)
                writer.WriteStringValue(word);
            writer.WriteEndArray();
        }

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

    private static void WriteStop(Utf8JsonWriter writer, StopConditions stop)
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
        {
            writer.WriteStartObject("no-improvement");
            writer.WriteNumber("trials", limit.Trials);
            writer.WriteNumber("min-delta", limit.MinDelta);
            writer.WriteEndObject();
        }

        if (stop.RegretBound is { } bound)
        {
            writer.WriteStartObject("regret-bound");
            if (bound.Error is { } error)
                writer.WriteNumber("error", error);
            writer.WriteNumber("min-trials", bound.MinTrials);
            writer.WriteEndObject();
        }

        writer.WriteString("mode", Word(stop.Mode));
        writer.WriteNumber("finish-best", stop.FinishBest);
        writer.WriteEndObject();
    }

    private static void WriteFailures(Utf8JsonWriter writer, FailurePolicy policy)
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

    private static void WriteEnqueued(
        Utf8JsonWriter writer, IReadOnlyList<Configuration> configurations)
    {
        writer.WriteStartArray("enqueue");
        foreach (Configuration configuration in configurations)
        {
            writer.WriteStartObject();
            SpaceText.WriteNamed(
                writer, [.. configuration.Names.Zip(configuration.Values, KeyValuePair.Create)]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Word(Enum value) => Numbers.Word(value).Replace(' ', '-');

    // Whole nanoseconds keep every time that there is.
    private static void WriteTime(Utf8JsonWriter writer, string name, TimeSpan? time)
    {
        if (time is { } span)
            writer.WriteString(name, string.Create(
                CultureInfo.InvariantCulture, $"{(Int128)span.Ticks * 100} ns"));
    }
}
