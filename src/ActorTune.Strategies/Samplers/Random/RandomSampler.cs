using ActorTune.Randomness;

namespace ActorTune.Strategies.Samplers.Random;

/// <summary>
/// Draws every configuration anew from the space's own distribution. Trial n's draw depends on
/// the study's seed and on n alone.
/// </summary>
internal sealed class RandomSampler(SearchSpace space, ulong seed) : ISampler
{
    /// <inheritdoc/>
    public string Version => "random/1";

    /// <inheritdoc/>
    public Suggestion Suggest(in SuggestionRequest request) => new Suggestion.Suggested(
        space.Draw(RandomStream.For(
            seed, StreamName.Sampler, request.Trial.Value, request.Ordinal)));

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        // Nothing is learnt: draws are independent.
    }

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(Version, state, _ => { });
}
