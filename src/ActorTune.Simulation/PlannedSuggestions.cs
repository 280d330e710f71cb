namespace ActorTune.Simulation;

/// <summary>
/// Suggestions recomputed where their basis was, kept until the decision that consumed them.
/// </summary>
internal sealed class PlannedSuggestions : ISuggestions
{
    private readonly Dictionary<SequenceNumber, Suggestion> _kept = [];

    /// <summary>The basis of the decision that is compared now; null when it needs none.</summary>
    internal SequenceNumber? Basis { get; set; }

    internal void Keep(SequenceNumber basis, ISampler sampler, in SuggestionRequest request) =>
        _kept[basis] = sampler.Suggest(request);

    /// <inheritdoc/>
    public (Suggestion Suggestion, SequenceNumber Basis)? Find(
        in SuggestionRequest request, SequenceNumber head) =>
        Basis is { } basis && _kept.TryGetValue(basis, out Suggestion? suggestion)
            ? (suggestion, basis)
            : null;
}
