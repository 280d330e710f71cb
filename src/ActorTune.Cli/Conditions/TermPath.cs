namespace ActorTune.Cli.Conditions;

/// <summary>A name with numbers and a field, such as <c>trial(17).state</c>.</summary>
/// <param name="Name">The first word.</param>
/// <param name="Numbers">The numbers in parentheses; none where there are no parentheses.</param>
/// <param name="Field">The word after the dot; null: none.</param>
/// <param name="Text">All of it.</param>
/// <param name="Column">Where it begins, from 1.</param>
internal sealed record TermPath(
    string Name, IReadOnlyList<int> Numbers, string? Field, string Text, int Column);
