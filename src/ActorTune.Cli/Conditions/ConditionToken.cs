namespace ActorTune.Cli.Conditions;

/// <summary>A word, a number or a sign of a condition.</summary>
/// <param name="Text">The characters; empty at the end.</param>
/// <param name="Column">Where it begins, from 1.</param>
/// <param name="Number">Its value where it is a number.</param>
internal readonly record struct ConditionToken(string Text, int Column, double? Number)
{
    internal bool IsWord => Text.Length > 0 && char.IsAsciiLetter(Text[0]);

    internal bool IsEnd => Text.Length == 0;
}
