using System.Text.RegularExpressions;

namespace ActorTune.Conventions;

/// <summary>Words within text and within identifiers.</summary>
internal static partial class Words
{
    /// <summary>Whether a word stands in the text on its own, in this case.</summary>
    internal static bool ContainsWord(string text, string word) =>
        Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(word)}(?!\w)");

    /// <summary>
    /// The words of an identifier in lower case: MaxTrialCount is max, trial, count.
    /// </summary>
    internal static string[] Of(string identifier) =>
        [.. Parts().Matches(identifier).Select(part => part.Value.ToLowerInvariant())];

    /// <summary>
    /// Whether the words stand in the identifier one after another; a plural counts.
    /// </summary>
    internal static bool Contains(string[] identifier, string[] words)
    {
        for (int start = 0; start + words.Length <= identifier.Length; start++)
        {
            int at = start;
            if (words.Index().All(word => IsSame(identifier[at + word.Index], word.Item)))
                return true;
        }

        return false;
    }

    private static bool IsSame(string part, string word) => part == word || part == word + "s";

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")]
    private static partial Regex Parts();
}
