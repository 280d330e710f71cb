namespace ActorTune.Strategies.Samplers.Auto;

/// <summary>
/// Another sampler, chosen by rule. Its version names the chosen one, so that the journal says
/// which rules decided.
/// </summary>
internal sealed class AutoSampler(ISampler chosen) : ISampler
{
    /// <inheritdoc/>
    public string Version { get; } = $"auto/1({chosen.Version})";

    /// <inheritdoc/>
    public Suggestion Suggest(in SuggestionRequest request) => chosen.Suggest(request);

    /// <inheritdoc/>
    public void Observe(in TrialChange change) => chosen.Observe(change);

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer) => chosen.Save(writer);

    /// <inheritdoc/>
    public void Load(JsonElement state) => chosen.Load(state);
}
