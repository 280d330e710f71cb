using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ActorTune.Programs;

namespace ActorTune.Worker.Programs.Processes;

/// <summary>
/// A report on standard output: a line of the marker and a JSON object, with the metrics beside
/// the resource or in a member of their own.
/// </summary>
internal static partial class OneWayReport
{
    private const string ResourceName = "resource";
    private const string MetricsName = "metrics";
    private const int LongestExcerpt = 200;

    private static readonly JsonDocumentOptions Strict =
        new() { MaxDepth = 4, AllowDuplicateProperties = false };

    /// <summary>What a report's line begins with.</summary>
    internal static ReadOnlySpan<byte> Marker => "@actortune "u8;

    /// <summary>Reads a line that begins with the marker.</summary>
    /// <exception cref="InvalidMeasurementException">It is no report; it says why.</exception>
    internal static (Resource Resource, MetricSet Metrics) Parse(ReadOnlySpan<byte> line)
    {
        string text = Encoding.UTF8.GetString(line);
        try
        {
            string json = Quoted(text[Marker.Length..]);
            using JsonDocument document = JsonDocument.Parse(json, Strict);
            return Read(document.RootElement);
        }
        catch (JsonException refused)
        {
            string shown = text.Length > LongestExcerpt ? text[..LongestExcerpt] + "..." : text;
            throw new InvalidMeasurementException(
                $"The output line '{shown.TrimEnd()}' is no report: {refused.Message} A report is "
                + "written as @actortune {\"resource\": 3, \"loss\": 0.2}.");
        }
    }

    private static (Resource Resource, MetricSet Metrics) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new JsonException("it must be an object.");
        if (!root.TryGetProperty(ResourceName, out JsonElement given)
            || given.ValueKind != JsonValueKind.Number
            || !given.TryGetInt64(out long resource) || resource < 1)
            throw new JsonException("'resource' must be a whole number of at least 1.");
        bool isNested = root.TryGetProperty(MetricsName, out JsonElement nested)
            && nested.ValueKind == JsonValueKind.Object;
        JsonProperty[] metrics =
        [
            .. (isNested ? nested : root).EnumerateObject()
                .Where(member => isNested || member.Name != ResourceName),
        ];
        if (metrics.Length == 0)
            throw new JsonException("it has no metric.");
        return (new Resource(resource), new MetricSet(
            [.. metrics.Select(metric => metric.Name)],
            [.. metrics.Select(metric => Number(metric.Name, metric.Value))]));
    }

    private static double Number(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String => value.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            string other => throw new JsonException($"'{name}' must be a number, got '{other}'."),
            null => throw new JsonException($"'{name}' must be a number."),
        },
        _ => throw new JsonException($"'{name}' must be a number, got {value.GetRawText()}."),
    };

    // Python's json module writes what is not finite without quotes, which is no JSON.
    private static string Quoted(string json) => NotFinite().Replace(json, "$1\"$2\"");

    [GeneratedRegex(@"(:\s*)(NaN|-?Infinity)(?=\s*[,}])")]
    private static partial Regex NotFinite();
}
