using System.Text.Json;
using ActorTune.Journal.Format;

namespace ActorTune.Cli.Running;

/// <summary>What differs between two specifications, path by path.</summary>
internal static class SpecificationDifferences
{
    /// <summary>Lines such as <c>search-space.lr.low: recorded 0.1, now 0.2</c>.</summary>
    internal static IReadOnlyList<string> Find(StudySpecification recorded, StudySpecification now)
    {
        SortedDictionary<string, string> before = Flatten(recorded);
        SortedDictionary<string, string> after = Flatten(now);
        return [.. before.Keys.Union(after.Keys)
            .Order(StringComparer.Ordinal)
            .Where(path => before.GetValueOrDefault(path) != after.GetValueOrDefault(path))
            .Select(path => $"{path}: recorded {Text(before, path)}, now {Text(after, path)}")];
    }

    private static string Text(SortedDictionary<string, string> values, string path) =>
        values.GetValueOrDefault(path) ?? "nothing";

    private static SortedDictionary<string, string> Flatten(StudySpecification specification)
    {
        // Stop conditions may be changed later; what differs there is no other study.
        StudySpecification compared = specification with { Stop = new StopConditions() };
        using JsonDocument document =
            JsonDocument.Parse(StudySpecificationJson.ToText(compared));
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(values, "", document.RootElement);
        return values;
    }

    private static void Add(
        SortedDictionary<string, string> values, string path, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    // Parameters stand right under the search space in configuration files.
                    bool isList = path == "search-space" && property.Name == "parameters";
                    Add(values, isList ? path : Join(path, property.Name), property.Value);
                }

                break;
            case JsonValueKind.Array when element.EnumerateArray().Any(IsNested):
                int index = 0;
                foreach (JsonElement child in element.EnumerateArray())
                    Add(values, Join(path, NameOf(child) ?? $"[{index++}]"), child);
                break;
            default:
                values[path] = element.GetRawText();
                break;
        }
    }

    private static bool IsNested(JsonElement element) =>
        element.ValueKind is JsonValueKind.Object or JsonValueKind.Array;

    /// <summary>
    /// Named things are compared by name, so that one more does not shift the rest.
    /// </summary>
    private static string? NameOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
            && element.TryGetProperty("name", out JsonElement name)
            && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : null;

    private static string Join(string path, string name) =>
        path.Length == 0 || name.StartsWith('[') ? path + name : $"{path}.{name}";
}
