using ActorTune.Cli.Output;

namespace ActorTune.Cli.Conditions;

/// <summary>A number, a word, or something read from the state of a study.</summary>
/// <param name="Text">As it stands in the condition.</param>
/// <param name="Column">Where it begins there, from 1.</param>
internal sealed record Term(string Text, int Column)
{
    private Func<StudyView, double?> _read = _ => null;

    internal bool IsConstant { get; private init; }

    /// <summary>The words that it may be; words are compared by their places here.</summary>
    internal IReadOnlyList<string> Words { get; private init; } = [];

    internal static Term Number(string text, int column, double number) => new(text, column)
    {
        _read = _ => number,
        IsConstant = true,
    };

    /// <summary>A word whose meaning the term says that it is compared with.</summary>
    internal static Term Word(string text, int column, IReadOnlyList<string> words)
    {
        double place = Enumerable.Range(0, words.Count).First(index => words[index] == text);
        return new Term(text, column) { _read = _ => place, IsConstant = true, Words = words };
    }

    internal static Term Of(
        string text, int column, Func<StudyView, double?> read, IReadOnlyList<string>? words) =>
        new(text, column) { _read = read, Words = words ?? [] };

    public bool Equals(Term? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    internal double? Value(StudyView study) => _read(study);

    /// <summary>One of its values as text.</summary>
    internal string Say(double? value) => value is not { } number
        ? "nothing"
        : Words.Count > 0 ? Words[(int)number] : Numbers.Value(number);
}
