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
        WriteResource(writer, study);
        SpaceText.Write(writer, study.SearchSpace);
        WriteStrategy(writer, "sampler", study.Sampler);
        WriteStrategy(writer, "scheduler", study.Scheduler);
        PolicyText.WriteProgram(writer, study.Program);
        PolicyText.WriteStop(writer, study.Stop);
        PolicyText.WriteFailures(writer, study.Failures);
        writer.WriteNumber("slots-per-trial", study.SlotsPerTrial);
        writer.WriteString("seeds", Word(study.Seeds));
        writer.WriteBoolean("start-with-defaults", study.StartWithDefaults);
        writer.WriteString("duplicates", Word(study.Duplicates));
        if (study.Strict is { } strict)
            WriteStrict(writer, strict);
        if (study.Enqueue.Count > 0)
            WriteEnqueued(writer, study.Enqueue);
        writer.WriteEndObject();
    }

    private static void WriteResource(Utf8JsonWriter writer, StudySpecification study)
    {
        writer.WriteStartObject("resource");
        writer.WriteString("unit", study.ResourceUnit);
        if (study.MaxResource is { } most)
            writer.WriteNumber("max", most.Units);
        writer.WriteEndObject();
    }

    private static void WriteStrict(Utf8JsonWriter writer, StrictMode strict)
    {
        writer.WriteStartObject("reproducible");
        writer.WriteString("mode", "strict");
        writer.WriteNumber("slots", strict.Slots);
        writer.WriteNumber("check-every", strict.CheckEvery);
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

        if (study.Constraints.Count > 0)
            WriteConstraints(writer, study);
    }

    private static void WriteConstraints(Utf8JsonWriter writer, StudySpecification study)
    {
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
        if (objective.Range != ValueRange.Unbounded)
        {
            writer.WriteStartArray("range");
            writer.WriteNumberValue(objective.Range.Low);
            writer.WriteNumberValue(objective.Range.High);
            writer.WriteEndArray();
        }

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
}
