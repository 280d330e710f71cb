namespace ActorTune.Conventions;

/// <summary>What was taken from and added to a list of lines, each under its type.</summary>
internal static class SurfaceDiff
{
    /// <summary>
    /// Lines with a minus or a plus in front, after the line of the type they are in.
    /// </summary>
    internal static IEnumerable<string> Compare(
        IReadOnlyList<string> approved, IReadOnlyList<string> found)
    {
        Dictionary<string, HashSet<string>> before = ByType(approved);
        Dictionary<string, HashSet<string>> after = ByType(found);
        foreach (string type in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            bool was = before.TryGetValue(type, out HashSet<string>? old);
            bool isNow = after.TryGetValue(type, out HashSet<string>? now);
            string[] lines =
            [
                .. (old ?? []).Except(now ?? []).Select(line => "-" + line),
                .. (now ?? []).Except(old ?? []).Select(line => "+" + line),
            ];
            if (was != isNow)
                yield return (was ? "-" : "+") + type;
            else if (lines.Length > 0)
                yield return " " + type;
            foreach (string line in lines)
                yield return line;
        }
    }

    private static Dictionary<string, HashSet<string>> ByType(IReadOnlyList<string> lines)
    {
        var types = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        HashSet<string>? members = null;
        foreach (string line in lines.Where(line => line.Length > 0))
        {
            if (line.StartsWith(' '))
                members?.Add(line);
            else
                types[line] = members = new HashSet<string>(StringComparer.Ordinal);
        }

        return types;
    }
}
