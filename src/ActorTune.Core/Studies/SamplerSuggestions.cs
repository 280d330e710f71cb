using ActorTune.Strategies;
using ActorTune.Studies.Events;

namespace ActorTune.Studies;

/// <summary>Suggestions of a sampler that is asked on the spot: the basis is the present.</summary>
/// <param name="sampler">The sampler; whoever folds the events lets it observe them.</param>
public sealed class SamplerSuggestions(ISampler sampler) : ISuggestions
{
    /// <summary>The sampler that is asked and that observes.</summary>
    public ISampler Sampler { get; private set; } = sampler;

    /// <summary>
    /// Makes the sampler anew where the next event says so; call it before the event is folded.
    /// </summary>
    /// <param name="catalog">Makes samplers.</param>
    /// <param name="change">The next event.</param>
    public void Follow(IStrategyCatalog catalog, StudyEvent change)
    {
        if (change is StudyForked)
            Sampler = catalog.SamplerFrom(change, Sampler)!;
    }

    /// <inheritdoc/>
    public (Suggestion Suggestion, SequenceNumber Basis)? Find(
        in SuggestionRequest request, SequenceNumber head) => (Sampler.Suggest(request), head);
}
