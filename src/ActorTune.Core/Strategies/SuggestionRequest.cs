namespace ActorTune.Strategies;

/// <summary>What a sampler is told about the trial that it chooses for.</summary>
/// <param name="Trial">The trial's number.</param>
/// <param name="Bracket">The bracket that it will belong to.</param>
/// <param name="Until">
/// The resource of its first decision; null when it runs to its own end.
/// </param>
public readonly record struct SuggestionRequest(
    TrialNumber Trial, BracketIndex Bracket, Resource? Until)
{
    /// <summary>
    /// Which question for this trial it is, from 0: a sampler is asked again when its answer was
    /// started before. Draws are keyed by it, so that another ordinal gives another answer.
    /// </summary>
    public int Ordinal { get; init; }
}
