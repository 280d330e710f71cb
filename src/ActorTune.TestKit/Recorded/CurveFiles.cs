using System.Text;
using System.Text.Json;

namespace ActorTune.TestKit.Recorded;

/// <summary>Reads tables of curves from comma-separated values and from JSON lines.</summary>
internal static class CurveFiles
{
    internal static IReadOnlyList<CurveRow> OfCsv(
        string name, IReadOnlyList<string> lines, string? metric)
    {
        var table = new CurveTable(name, metric);
        string[]? columns = null;
        for (int i = 0; i < lines.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
                continue;
            string[] cells = Split(name, i + 1, lines[i]);
            if (columns is null)
                columns = cells;
            else
                table.Add(i + 1, columns, cells);
        }

        return table.Rows;
    }

    internal static IReadOnlyList<CurveRow> OfJsonLines(
        string name, IReadOnlyList<string> lines, string? metric)
    {
        var table = new CurveTable(name, metric);
        for (int i = 0; i < lines.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
                continue;
            using JsonDocument line = Parse(name, i + 1, lines[i]);
            (string Name, string Text)[] members = [.. Members(line.RootElement)];
            table.Add(
                i + 1,
                [.. members.Select(member => member.Name)],
                [.. members.Select(member => member.Text)]);
        }

        return table.Rows;
    }

    /// <summary>Whether a line is an event of an exported journal.</summary>
    internal static bool IsEvent(string name, int number, string line)
    {
        using JsonDocument parsed = Parse(name, number, line);
        return parsed.RootElement.TryGetProperty("seq", out _)
            && parsed.RootElement.TryGetProperty("event", out _);
    }

    private static JsonDocument Parse(string name, int number, string line)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document
                : throw CurveTable.Refused(name, number, "it is no JSON object");
        }
        catch (JsonException error)
        {
            throw CurveTable.Refused(name, number, $"it is no JSON object: {error.Message}");
        }
    }

    // Metrics stand beside trial and resource, or in an object of their own as in a report.
    private static IEnumerable<(string Name, string Text)> Members(JsonElement row)
    {
        foreach (JsonProperty member in row.EnumerateObject())
        {
            if (member is { Name: "metrics", Value.ValueKind: JsonValueKind.Object })
            {
                foreach (JsonProperty metric in member.Value.EnumerateObject())
                    yield return (metric.Name, metric.Value.ToString());
            }
            else
            {
                yield return (member.Name, member.Value.ToString());
            }
        }
    }

    // After RFC 4180, but for line ends within quotes, which no name of a metric has.
    private static string[] Split(string name, int number, string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool isQuoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            bool isDoubled = isQuoted && line[i] == '"' && i + 1 < line.Length
                && line[i + 1] == '"';
            if (isDoubled)
                cell.Append(line[i++]);
            else if (line[i] == '"')
                isQuoted = !isQuoted;
            else if (line[i] == ',' && !isQuoted)
                Finish(cells, cell);
            else
                cell.Append(line[i]);
        }

        if (isQuoted)
            throw CurveTable.Refused(name, number, "a quote is not closed");
        Finish(cells, cell);
        return [.. cells];
    }

    private static void Finish(List<string> cells, StringBuilder cell)
    {
        cells.Add(cell.ToString().Trim());
        cell.Clear();
    }
}
