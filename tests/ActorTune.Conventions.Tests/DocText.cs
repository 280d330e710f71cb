using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActorTune.Conventions;

/// <summary>What a doc comment tells.</summary>
internal static class DocText
{
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal)
    {
        "summary", "remarks", "value", "returns", "param", "typeparam", "exception", "content",
    };

    private static readonly string[] Placeholders = ["TBD", "TBA", "N/A", "lorem"];

    /// <summary>Whether an element is empty or promises to be written later.</summary>
    internal static bool IsPlaceholder(XmlElementSyntax element)
    {
        if (!Telling.Contains(element.StartTag.Name.LocalName.Text))
            return false;
        string text = string.Concat(element.Content.Select(part => part.ToString()));
        return !text.Any(char.IsLetterOrDigit)
            || Placeholders.Any(word => Words.ContainsWord(text, word));
    }
}
