using System.Text.Json;

namespace ActorTune.Bench.Quality.Comparing;

/// <summary>One seed's values on one problem, in the order of completion.</summary>
internal sealed record ValueLine(string Peer, string Function, int Seed, int Slots, double[] Values)
{
    internal static IEnumerable<ValueLine> Read(string path)
    {
        foreach (string line in File.ReadLines(path))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            yield return new ValueLine(
                root.GetProperty("peer").GetString()!,
                root.GetProperty("fn").GetString()!,
                root.GetProperty("seed").GetInt32(),
                root.GetProperty("slots").GetInt32(),
                [.. root.GetProperty("values").EnumerateArray().Select(one => one.GetDouble())]);
        }
    }
}
