using System.Text.Json;

namespace ActorTune.Conventions;

/// <summary>The counts of long files and methods per project, which may only fall.</summary>
internal static class Ratchet
{
    internal const int LongFile = 200;
    internal const int LongMethod = 25;
    private const string Path = "tests/ActorTune.Conventions.Tests/ratchet.json";

    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>What the sources hold now.</summary>
    internal static SortedDictionary<string, LongParts> Count(IReadOnlyCollection<string> tables)
    {
        var counts = new SortedDictionary<string, LongParts>(StringComparer.Ordinal);
        foreach (IGrouping<string, SourceFile> project in RepositoryFiles.Sources
            .Where(file => !tables.Contains(file.Path))
            .GroupBy(file => file.Project))
        {
            counts[project.Key] = new LongParts(
                project.Count(file => file.LineCount > LongFile),
                project.SelectMany(Methods.Of).Count(method => method.LineCount > LongMethod));
        }

        return counts;
    }

    internal static SortedDictionary<string, LongParts> Read() =>
        JsonSerializer.Deserialize<SortedDictionary<string, LongParts>>(
            RepositoryFiles.Read(Path), Form)!;

    internal static IEnumerable<string> Higher(
        IReadOnlyDictionary<string, LongParts> allowed,
        IReadOnlyDictionary<string, LongParts> found) =>
        from project in found
        let limit = allowed.GetValueOrDefault(project.Key)
        where project.Value.Files > limit.Files || project.Value.Methods > limit.Methods
        select $"{project.Key} has {project.Value}, allowed are {limit}";

    internal static IEnumerable<string> Lower(
        IReadOnlyDictionary<string, LongParts> allowed,
        IReadOnlyDictionary<string, LongParts> found) =>
        from line in allowed
        let now = found.GetValueOrDefault(line.Key)
        where now.Files < line.Value.Files || now.Methods < line.Value.Methods
        select $"Lower {line.Key} in {Path} to {now}, or set {Approval.Variable}=1.";

    /// <summary>
    /// Writes the lower of both counts; only projects without a line get what they have.
    /// </summary>
    internal static void Tighten(
        IReadOnlyDictionary<string, LongParts> allowed,
        SortedDictionary<string, LongParts> found)
    {
        foreach ((string project, LongParts now) in found.ToArray())
        {
            if (allowed.TryGetValue(project, out LongParts limit))
                found[project] = new LongParts(
                    Math.Min(now.Files, limit.Files), Math.Min(now.Methods, limit.Methods));
        }

        File.WriteAllText(
            RepositoryFiles.Absolute(Path), JsonSerializer.Serialize(found, Form) + "\n");
    }
}
