using System.Text.RegularExpressions;

namespace ActorTune.Conventions;

public sealed partial class TextTests
{
    private const int MaxColumns = 100;

    private static readonly string[] TextEndings =
    [
        ".conf", ".cs", ".csproj", ".json", ".md", ".props", ".py", ".sh", ".sln", ".targets",
        ".txt", ".xml", ".yaml", ".yml", "/run",
    ];

    [Fact]
    public void Lines_AreAtMostAHundredColumnsWide() => Findings.AssertNone(
        $"Wrap lines at {MaxColumns} columns:",
        from file in RepositoryFiles.Sources
        from index in Enumerable.Range(0, file.Lines.Length)
        where file.Lines[index].Length > MaxColumns
        select $"{file.At(index)} has {file.Lines[index].Length}");

    [Fact]
    public void Lines_HaveNoTabs() => Findings.AssertNone(
        "Indent with spaces:",
        from file in RepositoryFiles.Sources
        from index in Enumerable.Range(0, file.Lines.Length)
        where file.Lines[index].Contains('\t')
        select file.At(index));

    [Fact]
    public void Lines_HaveNoTrailingBlanks() => Findings.AssertNone(
        "Remove the blanks at the end of the line:",
        from file in RepositoryFiles.Sources
        from index in Enumerable.Range(0, file.Lines.Length)
        where file.Lines[index].AsSpan().TrimEnd().Length < file.Lines[index].Length
        select file.At(index));

    [Fact]
    public void Files_EndWithOneNewline() => Findings.AssertNone(
        "End the file with one newline, and begin it without a mark of byte order:",
        from file in RepositoryFiles.Sources
        where !file.Text.EndsWith('\n') || file.Text.EndsWith("\n\n", StringComparison.Ordinal)
            || file.Text.StartsWith('\uFEFF')
        select file.Path);

    [Fact]
    public void Files_NameNoPathOfOneMachine() => Findings.AssertNone(
        "A path below somebody's home works on one machine only. Make it relative:",
        Matches(MachinePath()));

    [Fact]
    public void Files_NameNoPackageRegistry() => Findings.AssertNone(
        "Where packages come from is for the machine's configuration to say:",
        Matches(Registry()).Concat(RepositoryFiles.All().Where(IsFeedConfiguration)));

    private static IEnumerable<string> Matches(Regex pattern) =>
        from path in RepositoryFiles.All()
        where TextEndings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal))
        from line in RepositoryFiles.Read(path).Split('\n').Index()
        from Match match in pattern.Matches(line.Item)
        select $"{path}:{line.Index + 1} has '{match.Value}'";

    private static bool IsFeedConfiguration(string path) =>
        Path.GetFileName(path).ToUpperInvariant() is "NUGET.CONFIG" or ".NPMRC" or "PIP.CONF";

    [GeneratedRegex(@"(?<![\w.<>])/(?:home|Users|work|workspace)/\w[\w./-]*|\b[A-Z]:\\\w+")]
    private static partial Regex MachinePath();

    [GeneratedRegex(
        @"https?://[^\s""'<>)]*\b(?:nuget|npmjs|pypi|artifactory|registry)\b[^\s""'<>)]*")]
    private static partial Regex Registry();
}
