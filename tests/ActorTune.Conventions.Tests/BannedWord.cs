namespace ActorTune.Conventions;

/// <summary>A word that names one of our concepts in other people's vocabulary.</summary>
/// <param name="Text">The word, or words with blanks between them.</param>
/// <param name="Replacement">Our term.</param>
/// <param name="Concept">What the term stands for.</param>
internal sealed record BannedWord(string Text, string Replacement, string Concept)
{
    private readonly string[] _words = [.. Text.Split(' ').SelectMany(Words.Of)];

    /// <summary>Whether the words of an identifier hold it.</summary>
    internal bool IsIn(string[] identifier) => Words.Contains(identifier, _words);
}
