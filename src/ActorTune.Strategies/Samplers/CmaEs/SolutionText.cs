namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>
/// The saved form of the solutions that no generation has taken yet and of those kept: one array
/// for each.
/// </summary>
internal static class SolutionText
{
    internal static void Write(
        Utf8JsonWriter writer,
        SortedList<int, Solution> members,
        SortedSet<int> results,
        RecentSolutions recent)
    {
        writer.WritePropertyName("members");
        Write(writer, members);
        writer.WriteStartArray("results");
        foreach (int trial in results)
            writer.WriteNumberValue(trial);
        writer.WriteEndArray();
        writer.WriteStartArray("recent");
        foreach (KeyValuePair<int, Solution>[] generation in recent.Generations)
            Write(writer, generation);
        writer.WriteEndArray();
    }

    internal static void Read(
        JsonElement state,
        CmaSpace space,
        SortedList<int, Solution> members,
        SortedSet<int> results,
        RecentSolutions recent)
    {
        foreach ((int trial, Solution solution) in Read(state.GetProperty("members"), space))
            members.Add(trial, solution);
        foreach (JsonElement saved in state.GetProperty("results").EnumerateArray())
        {
            int trial = saved.GetInt32();
            SavedState.Demand(members.ContainsKey(trial), $"trial {trial} has no solution");
            results.Add(trial);
        }

        foreach (JsonElement saved in state.GetProperty("recent").EnumerateArray())
            recent.Add(Read(saved, space));
    }

    private static void Write(
        Utf8JsonWriter writer, IEnumerable<KeyValuePair<int, Solution>> solutions)
    {
        writer.WriteStartArray();
        foreach ((int trial, Solution solution) in solutions)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(trial);
            writer.WriteNumberValue(solution.Generation);
            NumberText.Write(writer, solution.Place);
            writer.WriteStartArray();
            foreach (int choice in solution.Choices)
                writer.WriteNumberValue(choice);
            writer.WriteEndArray();
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static KeyValuePair<int, Solution>[] Read(JsonElement solutions, CmaSpace space) =>
    [
        .. solutions.EnumerateArray().Select(
            saved => KeyValuePair.Create(saved[0].GetInt32(), ReadOne(saved, space))),
    ];

    private static Solution ReadOne(JsonElement saved, CmaSpace space)
    {
        var place = new double[space.Numeric.Count];
        NumberText.Read(saved[2], place);
        int[] choices = [.. saved[3].EnumerateArray().Select(choice => choice.GetInt32())];
        SavedState.Demand(
            choices.Length == space.Categorical.Count, "it belongs to another search space");
        return new Solution(saved[1].GetInt32(), place, choices);
    }
}
