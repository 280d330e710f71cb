namespace ActorTune.Journal.Format;

/// <summary>
/// Writes a whole specification, defaults included, so that a later change of a default does not
/// change an old study.
/// </summary>
internal static class SpecificationWriter
{
    internal static void Write(Utf8JsonWriter writer, StudySpecification specification)
    {
        writer.WriteStartObject();
        writer.WriteString("study", specification.Study.Name);
        writer.WriteNumber("seed", specification.Seed);
        WriteObjectives(writer, specification.Objectives);
        WriteConstraints(writer, specification.Constraints);
        SpaceJson.Write(writer, specification.SearchSpace);
        WriteStrategy(writer, "sampler", specification.Sampler);
        WriteStrategy(writer, "scheduler", specification.Scheduler);
        ProgramJson.Write(writer, specification.Program);
        writer.WriteString("resource-unit", specification.ResourceUnit);
        if (specification.MaxResource is { } most)
            writer.WriteNumber("max-resource", most.Units);
        PolicyJson.WriteStop(writer, specification.Stop);
        PolicyJson.WriteFailures(writer, specification.Failures);
        writer.WriteNumber("slots-per-trial", specification.SlotsPerTrial);
        writer.WriteString("seeds", Words.SeedModes[specification.Seeds]);
        writer.WriteBoolean("start-with-defaults", specification.StartWithDefaults);
        WriteEnqueued(writer, specification.Enqueue);
        WriteLater(writer, specification);
        writer.WriteEndObject();
    }

    // What came later is left out at its default: studies without it keep their text.
    private static void WriteLater(Utf8JsonWriter writer, StudySpecification specification)
    {
        if (specification.Duplicates != DuplicatePolicy.Allow)
            writer.WriteString("duplicates", Words.Duplicates[specification.Duplicates]);
        if (specification.Strict is { } strict)
            PolicyJson.WriteStrict(writer, strict);
    }

    private static void WriteEnqueued(
        Utf8JsonWriter writer, IReadOnlyList<Configuration> configurations)
    {
        if (configurations.Count == 0)
            return;
        writer.WriteStartArray("enqueue");
        foreach (Configuration configuration in configurations)
        {
            writer.WriteStartObject();
            SpaceJson.WriteNamed(
                writer, [.. configuration.Names.Zip(configuration.Values, KeyValuePair.Create)]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteObjectives(
        Utf8JsonWriter writer, IReadOnlyList<Objective> objectives)
    {
        writer.WriteStartArray("objectives");
        foreach (Objective objective in objectives)
            WriteObjective(writer, objective);
        writer.WriteEndArray();
    }

    private static void WriteObjective(Utf8JsonWriter writer, Objective objective)
    {
        writer.WriteStartObject();
        writer.WriteString("metric", objective.Metric);
        writer.WriteString("direction", Words.Directions[objective.Direction]);
        writer.WriteString("reduce", Words.Reductions[objective.Reduce.Kind]);
        if (objective.Reduce.Kind == ReductionKind.MeanOfLast)
            writer.WriteNumber("window", objective.Reduce.Window);
        if (objective.Range != ValueRange.Unbounded)
        {
            writer.WriteStartArray("range");
            writer.WriteNumberValue(objective.Range.Low);
            writer.WriteNumberValue(objective.Range.High);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    // What came later is left out at its default: studies without it keep their text.
    private static void WriteConstraints(
        Utf8JsonWriter writer, IReadOnlyList<OutcomeConstraint> constraints)
    {
        if (constraints.Count == 0)
            return;
        writer.WriteStartArray("constraints");
        foreach (OutcomeConstraint constraint in constraints)
        {
            writer.WriteStartObject();
            writer.WriteString("metric", constraint.Metric);
            if (constraint.AtMost is { } most)
                writer.WriteNumber("at-most", most);
            if (constraint.AtLeast is { } least)
                writer.WriteNumber("at-least", least);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteStrategy(
        Utf8JsonWriter writer, string role, StrategyOptions strategy)
    {
        writer.WriteStartObject(role);
        WriteStrategy(writer, strategy);
        writer.WriteEndObject();
    }

    /// <summary>Writes the members of a strategy.</summary>
    internal static void WriteStrategy(Utf8JsonWriter writer, StrategyOptions strategy)
    {
        writer.WriteString("name", strategy.Name);
        writer.WriteStartObject("options");
        SpaceJson.WriteNamed(writer, strategy.Options);
        writer.WriteEndObject();
    }
}
