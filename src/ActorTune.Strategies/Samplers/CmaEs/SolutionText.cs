namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>
/// The saved form of the solutions that no generation has taken yet: one array for each.
/// </summary>
internal static class SolutionText
{
    internal static void Write(
        Utf8JsonWriter writer,
        SortedDictionary<int, Solution> members,
        SortedSet<int> results)
    {
        writer.WriteStartArray("members");
        foreach ((int trial, Solution solution) in members)
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
        writer.WriteStartArray("results");
        foreach (int trial in results)
            writer.WriteNumberValue(trial);
        writer.WriteEndArray();
    }

    internal static void Read(
        JsonElement state,
        CmaSpace space,
        SortedDictionary<int, Solution> members,
        SortedSet<int> results)
    {
        foreach (JsonElement saved in state.GetProperty("members").EnumerateArray())
        {
            var place = new double[space.Numeric.Count];
            NumberText.Read(saved[2], place);
            int[] choices = [.. saved[3].EnumerateArray().Select(choice => choice.GetInt32())];
            SavedState.Demand(
                choices.Length == space.Categorical.Count, "it belongs to another search space");
            members.Add(saved[0].GetInt32(), new Solution(saved[1].GetInt32(), place, choices));
        }

        foreach (JsonElement saved in state.GetProperty("results").EnumerateArray())
        {
            int trial = saved.GetInt32();
            SavedState.Demand(members.ContainsKey(trial), $"trial {trial} has no solution");
            results.Add(trial);
        }
    }
}
