using System.Text.Json;

namespace ActorTune.Bench.Quality.EarlyStopping;

/// <summary>The regrets of one study after some numbers of steps in all.</summary>
internal sealed record RegretLine(
    string Rule, string Task, int Seed, int Slots, int[] Totals, double[] Regrets)
{
    internal static IEnumerable<RegretLine> Read(string path)
    {
        foreach (string line in File.ReadLines(path))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            yield return new RegretLine(
                root.GetProperty("rule").GetString()!,
                root.GetProperty("task").GetString()!,
                root.GetProperty("seed").GetInt32(),
                root.GetProperty("slots").GetInt32(),
                [.. root.GetProperty("totals").EnumerateArray().Select(one => one.GetInt32())],
                [.. root.GetProperty("regrets").EnumerateArray().Select(one => one.GetDouble())]);
        }
    }

    internal void Write(TextWriter output) => output.WriteLine(JsonSerializer.Serialize(new
    {
        bench = "stopping",
        rule = Rule,
        task = Task,
        seed = Seed,
        slots = Slots,
        totals = Totals,
        regrets = Regrets,
    }));
}
