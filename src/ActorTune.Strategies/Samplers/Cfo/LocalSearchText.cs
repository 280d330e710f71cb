using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Cfo;

/// <summary>The saved form of a local search.</summary>
internal static class LocalSearchText
{
    internal static void Write(Utf8JsonWriter writer, SearchSpace space, SearchPlace place)
    {
        writer.WriteStartObject("place");
        writer.WriteNumber("round", place.Round);
        writer.WriteNumber("centre", place.Centre);
        writer.WritePropertyName("incumbent");
        ConfigurationText.Write(writer, space, place.Incumbent);
        writer.WriteNumber("step", place.Step);
        writer.WriteBoolean("given", place.IsStartGiven);
        writer.WriteNumber("judged", place.JudgedCount);
        writer.WriteNumber("best-at", place.BestAt);
        writer.WriteNumber("shrunk-at", place.ShrunkAt);
        writer.WriteNumber("shrunk-before", place.ShrunkBefore);
        writer.WriteNumber("misses", place.MissCount);
        if (place.Standing is { } standing)
        {
            writer.WriteNumber("violation", standing.Violation);
            writer.WriteNumber("loss", standing.Loss);
        }

        writer.WriteEndObject();
    }

    internal static SearchPlace ReadPlace(JsonElement saved, SearchSpace space) => new()
    {
        Round = saved.GetProperty("round").GetInt32(),
        Centre = saved.GetProperty("centre").GetInt32(),
        Incumbent = ConfigurationText.Read(saved.GetProperty("incumbent"), space),
        Step = saved.GetProperty("step").GetDouble(),
        IsStartGiven = saved.GetProperty("given").GetBoolean(),
        JudgedCount = saved.GetProperty("judged").GetInt32(),
        BestAt = saved.GetProperty("best-at").GetInt32(),
        ShrunkAt = saved.GetProperty("shrunk-at").GetInt32(),
        ShrunkBefore = saved.GetProperty("shrunk-before").GetInt32(),
        MissCount = saved.GetProperty("misses").GetInt32(),
        Standing = saved.TryGetProperty("loss", out JsonElement loss)
            ? new Standing(saved.GetProperty("violation").GetDouble(), loss.GetDouble())
            : null,
    };

    internal static void Write(Utf8JsonWriter writer, SearchSpace space, LocalTrial trial)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(trial.Number);
        writer.WriteNumberValue(trial.Round);
        writer.WriteNumberValue(trial.Centre);
        writer.WriteBooleanValue(trial.IsOpposite);
        writer.WriteBooleanValue(trial.IsMeasured);
        ConfigurationText.Write(writer, space, trial.Configuration);
        writer.WriteEndArray();
    }

    internal static LocalTrial ReadTrial(JsonElement saved, SearchSpace space) => new(
        new TrialNumber(saved[0].GetInt32()).Value,
        saved[1].GetInt32(),
        saved[2].GetInt32(),
        saved[3].GetBoolean(),
        ConfigurationText.Read(saved[5], space))
    {
        IsMeasured = saved[4].GetBoolean(),
    };
}
