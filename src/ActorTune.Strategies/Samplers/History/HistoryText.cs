namespace ActorTune.Strategies.Samplers.History;

/// <summary>
/// The saved form of a history: one array for each trial. A value is written as its position
/// among the choices or as its number, nothing where it is inactive. An imported trial is written
/// first, as its quantile and its configuration alone: all else follows from the others.
/// </summary>
internal static class HistoryText
{
    private const int ImportedLength = 2;

    internal static void Write(
        Utf8JsonWriter writer,
        SearchSpace space,
        IEnumerable<HistoryTrial> imported,
        IEnumerable<HistoryTrial?> trials)
    {
        writer.WriteStartArray();
        foreach (HistoryTrial trial in imported)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(trial.Quantile);
            ConfigurationText.Write(writer, space, trial.Configuration);
            writer.WriteEndArray();
        }

        foreach (HistoryTrial? trial in trials)
        {
            if (trial is not null)
                Write(writer, space, trial);
        }

        writer.WriteEndArray();
    }

    internal static IEnumerable<HistoryTrial> Read(JsonElement saved, SearchSpace space) =>
        saved.EnumerateArray().Select(trial => trial.GetArrayLength() == ImportedLength
            ? ReadImported(trial, space)
            : ReadTrial(trial, space));

    private static void Write(Utf8JsonWriter writer, SearchSpace space, HistoryTrial trial)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(trial.Number);
        writer.WriteNumberValue(trial.Bracket.Value);
        writer.WriteNumberValue((int)trial.Status);
        writer.WriteBooleanValue(trial.IsMeasured);
        writer.WriteNumberValue(trial.Rung.Units);
        writer.WriteNumberValue(trial.Loss);
        Write(writer, trial.Losses);
        Write(writer, trial.Violations);
        ConfigurationText.Write(writer, space, trial.Configuration);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, double[]? numbers)
    {
        if (numbers is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (double number in numbers)
            writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }

    private static HistoryTrial ReadImported(JsonElement saved, SearchSpace space)
    {
        double quantile = saved[0].GetDouble();
        SavedState.Demand(quantile is > 0 and < 1, $"{quantile} is no quantile");
        Configuration configuration = ConfigurationText.Read(saved[1], space);
        return new HistoryTrial(-1, default, configuration, space)
        {
            Quantile = quantile,
        };
    }

    private static HistoryTrial ReadTrial(JsonElement saved, SearchSpace space)
    {
        Configuration configuration = ConfigurationText.Read(saved[8], space);
        int status = saved[2].GetInt32();
        SavedState.Demand(Enum.IsDefined((ObservationStatus)status), $"no status is {status}");
        double[]? violations = Numbers(saved[7]);
        return new HistoryTrial(
            new TrialNumber(saved[0].GetInt32()).Value,
            new BracketIndex(saved[1].GetInt32()),
            configuration,
            space)
        {
            Status = (ObservationStatus)status,
            IsMeasured = saved[3].GetBoolean(),
            Rung = new Resource(saved[4].GetInt64()),
            Loss = saved[5].GetDouble(),
            Losses = Numbers(saved[6]),
            Violations = violations,
            Violation = violations?.Sum(violation => Math.Max(0, violation)) ?? 0,
        };
    }

    private static double[]? Numbers(JsonElement saved) => saved.ValueKind == JsonValueKind.Null
        ? null
        : [.. saved.EnumerateArray().Select(number => number.GetDouble())];
}
