using System.Text.Json;

namespace ActorTune.Cli.AskTell;

/// <summary>
/// A study's events as the lines of a journal's export, in a file or within an answer.
/// </summary>
internal static class SavedStudy
{
    internal static void Write(
        AskTellRequest request, IReadOnlyList<JournalEntry> entries, Utf8JsonWriter writer)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        JournalExport.WriteJsonLinesAsync(
            entries.ToAsyncEnumerable(), text, CancellationToken.None).GetAwaiter().GetResult();
        writer.WriteNumber("events", entries.Count);
        if (request.Text("path") is { } path)
        {
            WriteWhole(path, text.ToString());
            writer.WriteString("path", path);
            return;
        }

        writer.WriteStartArray("state");
        foreach (string line in text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            writer.WriteStringValue(line);
        writer.WriteEndArray();
    }

    internal static IReadOnlyList<JournalEntry> Read(AskTellRequest request)
    {
        if (request.Text("path") is { } path)
            return Parse(File.ReadAllText(path));
        if (request.Find("state") is not { ValueKind: JsonValueKind.Array } lines)
            throw new AskTellException("load needs \"path\" or the \"state\" that save gave");
        return Parse(string.Join('\n', lines.EnumerateArray().Select(line => line.ToString())));
    }

    private static List<JournalEntry> Parse(string text)
    {
        using var reader = new StringReader(text);
        return JournalImport.ReadJsonLinesAsync(reader)
            .ToBlockingEnumerable().ToList();
    }

    /// <summary>A crash leaves either the old file or the new one.</summary>
    private static void WriteWhole(string path, string text)
    {
        string draft = path + ".draft";
        File.WriteAllText(draft, text);
        File.Move(draft, path, overwrite: true);
    }
}
