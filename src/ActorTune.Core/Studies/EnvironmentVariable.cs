namespace ActorTune.Studies;

/// <summary>
/// An environment variable of the trial program: a literal value, or a reference to a variable of
/// the worker's own environment, which is how a secret stays out of the journal.
/// </summary>
/// <param name="Name">The variable's name in the program.</param>
/// <param name="Value">The value; null for a reference.</param>
/// <param name="Reference">The worker's variable to copy; null for a literal.</param>
public sealed record EnvironmentVariable(string Name, string? Value, string? Reference);
