using System.Text.RegularExpressions;

namespace ActorTune.Conventions;

/// <summary>The table of docs/GLOSSARY.md, as far as a machine can hold us to it.</summary>
internal static partial class Glossary
{
    internal const string Path = "docs/GLOSSARY.md";

    /// <summary>The words in code type of the last column, each with what to say instead.</summary>
    internal static IReadOnlyList<BannedWord> BannedWords() =>
    [
        .. from line in RepositoryFiles.Read(Path).Split('\n')
           where line.StartsWith('|')
           let cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries)
           where cells.Length >= 3
           from Match word in CodeType().Matches(cells[^1])
           let term = cells[1].Replace("**", string.Empty)
           select new BannedWord(word.Groups[1].Value, term, cells[0]),
    ];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeType();
}
