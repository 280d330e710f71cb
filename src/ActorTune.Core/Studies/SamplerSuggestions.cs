using ActorTune.Strategies;

namespace ActorTune.Studies;

/// <summary>Suggestions of a sampler that is asked on the spot: the basis is the present.</summary>
/// <param name="sampler">The sampler; whoever folds the events lets it observe them.</param>
public sealed class SamplerSuggestions(ISampler sampler) : ISuggestions
{
    /// <inheritdoc/>
    public (Suggestion Suggestion, SequenceNumber Basis)? Find(
        in SuggestionRequest request, SequenceNumber head) => (sampler.Suggest(request), head);
}
