namespace ActorTune.Cli.Conditions;

/// <summary>A term on both sides of the event at which a condition began to hold.</summary>
internal sealed record FoundTerm(string Text, string Before, string After);
