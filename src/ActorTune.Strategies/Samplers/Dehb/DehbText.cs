namespace ActorTune.Strategies.Samplers.Dehb;

/// <summary>The saved form: one array for each trial, member and rung.</summary>
internal static class DehbText
{
    internal static void Write(Utf8JsonWriter writer, LiveTrial trial)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(trial.Number);
        writer.WriteNumberValue(trial.Until);
        writer.WriteNumberValue(trial.Target);
        Write(writer, trial.Point);
        if (trial.Latest is not null)
            Write(writer, trial.Latest);
        writer.WriteEndArray();
    }

    internal static void Write(Utf8JsonWriter writer, long rung, Subpopulation population)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(rung);
        writer.WriteNumberValue(population.StartedCount);
        foreach (Member member in population.Members)
            Write(writer, member);
        writer.WriteEndArray();
    }

    internal static LiveTrial ReadTrial(JsonElement saved, int dimensions) =>
        new(new TrialNumber(saved[0].GetInt32()).Value, ReadPoint(saved[3], dimensions))
        {
            Until = saved[1].GetInt64(),
            Target = saved[2].GetInt32(),
            Latest = saved.GetArrayLength() > 4 ? ReadMember(saved[4], dimensions) : null,
        };

    internal static void ReadMembers(
        JsonElement saved, Subpopulation population, int dimensions)
    {
        population.StartedCount = saved[1].GetInt32();
        foreach (JsonElement member in saved.EnumerateArray().Skip(2))
        {
            SavedState.Demand(!population.IsFull, "a rung has more members than places");
            population.Enter(ReadMember(member, dimensions), -1);
        }
    }

    private static void Write(Utf8JsonWriter writer, Member member)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(member.Trial);
        writer.WriteNumberValue(member.Violation);
        writer.WriteNumberValue(member.Resource);
        writer.WriteNumberValue(member.Loss);
        Write(writer, member.Point);
        writer.WriteEndArray();
    }

    private static Member ReadMember(JsonElement saved, int dimensions) => new(
        saved[0].GetInt32(),
        saved[1].GetDouble(),
        saved[2].GetInt64(),
        saved[3].GetDouble(),
        ReadPoint(saved[4], dimensions));

    private static void Write(Utf8JsonWriter writer, double[] point)
    {
        writer.WriteStartArray();
        foreach (double place in point)
            writer.WriteNumberValue(place);
        writer.WriteEndArray();
    }

    private static double[] ReadPoint(JsonElement saved, int dimensions)
    {
        SavedState.Demand(
            saved.GetArrayLength() == dimensions, "it belongs to another search space");
        return [.. saved.EnumerateArray().Select(place => place.GetDouble())];
    }
}
