using System.Text.RegularExpressions;

namespace ActorTune.Conventions;

public sealed partial class LinkTests
{
    [Fact]
    public void Links_LeadToFilesAndHeadingsThatExist() => Findings.AssertNone(
        "A link in a document must lead somewhere:",
        from path in RepositoryFiles.All()
        where path.EndsWith(".md", StringComparison.Ordinal)
        from link in Links(RepositoryFiles.Read(path))
        where !Exists(path, link)
        select $"{path} links to '{link}'");

    private static IEnumerable<string> Links(string text) =>
        Link().Matches(Code().Replace(text, string.Empty)).Select(match => match.Groups[1].Value)
            .Where(link => !link.Contains("://", StringComparison.Ordinal)
                && !link.StartsWith("mailto:", StringComparison.Ordinal));

    private static bool Exists(string from, string link)
    {
        string[] parts = link.Split('#', 2);
        string folder = Path.GetDirectoryName(RepositoryFiles.Absolute(from))!;
        string target = parts[0].Length == 0
            ? RepositoryFiles.Absolute(from)
            : Path.Combine(folder, Uri.UnescapeDataString(parts[0]));
        if (Directory.Exists(target))
            return parts.Length == 1;
        return File.Exists(target)
            && (parts.Length == 1 || Headings(File.ReadAllText(target)).Contains(parts[1]));
    }

    private static IEnumerable<string> Headings(string text) =>
        from Match match in Heading().Matches(Code().Replace(text, string.Empty))
        select Anchor(match.Groups[1].Value);

    private static string Anchor(string heading) => NotInAnchors()
        .Replace(heading.Trim().ToLowerInvariant(), string.Empty).Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)\s]+)(?:\s+""[^""]*"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#{1,6}\s+(.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"[^\w\s-]")]
    private static partial Regex NotInAnchors();
}
