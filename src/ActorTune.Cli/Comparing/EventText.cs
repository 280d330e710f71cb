using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ActorTune.Journal.Format;

namespace ActorTune.Cli.Comparing;

/// <summary>Events in their stored form, whole or field by field.</summary>
internal static class EventText
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Of(StudyEvent change)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            StudyEventCodec.Write(writer, change);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The fields in which two events differ, by their paths, with both forms.</summary>
    internal static IReadOnlyList<FieldDifference> Differences(StudyEvent left, StudyEvent right)
    {
        SortedDictionary<string, string> before = Flatten(left);
        SortedDictionary<string, string> after = Flatten(right);
        return
        [
            .. before.Keys.Union(after.Keys)
                .Order(StringComparer.Ordinal)
                .Select(path => new FieldDifference(
                    path, before.GetValueOrDefault(path), after.GetValueOrDefault(path)))
                .Where(field => field.Left != field.Right),
        ];
    }

    private static SortedDictionary<string, string> Flatten(StudyEvent change)
    {
        using JsonDocument document = JsonDocument.Parse(Of(change));
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
                    Add(values, path.Length == 0 ? property.Name : $"{path}.{property.Name}",
                        property.Value);
                break;
            case JsonValueKind.Array:
                int index = 0;
                foreach (JsonElement child in element.EnumerateArray())
                    Add(values, string.Create(
                        CultureInfo.InvariantCulture, $"{path}[{index++}]"), child);
                break;
            default:
                values[path] = element.GetRawText();
                break;
        }
    }
}
