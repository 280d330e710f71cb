namespace ActorTune.Coordinator;

/// <summary>What the study actor tells the actor that computes suggestions.</summary>
internal abstract record ToSuggestion;

/// <summary>
/// Work in the order in which the study asked for it: changes to observe, and between them the
/// suggestions that are wanted at exactly that point. All of it is durable.
/// </summary>
internal sealed record SuggestionWork(IReadOnlyList<SuggestionStep> Steps) : ToSuggestion;

/// <summary>A change to observe, or a suggestion to compute.</summary>
internal readonly record struct SuggestionStep(TrialChange? Change, WantedSuggestion? Wanted);

/// <summary>A suggestion that the study waits for.</summary>
internal sealed record WantedSuggestion(SuggestionRequest Request, SequenceNumber Basis);
