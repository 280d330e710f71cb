using System.Text.Json;

namespace ActorTune.Strategies;

/// <summary>
/// Asks a sampler again, with a further ordinal, while it suggests what was started before.
/// </summary>
/// <remarks>
/// It is a sampler itself, so that whoever computes suggestions, on the spot, beside the study or
/// to verify them, repeats its questions alike.
/// </remarks>
internal sealed class DistinctSampler(ISampler sampler) : ISampler
{
    private const int MostQuestions = 16;
    private readonly SortedSet<ulong> _started = [];

    /// <inheritdoc/>
    public string Version => sampler.Version;

    /// <inheritdoc/>
    public Suggestion Suggest(in SuggestionRequest request)
    {
        Suggestion suggestion = sampler.Suggest(request);
        for (int ordinal = 1; ordinal < MostQuestions && IsStarted(suggestion); ordinal++)
            suggestion = sampler.Suggest(request with { Ordinal = ordinal });
        return suggestion;
    }

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        if (change is { Kind: TrialChangeKind.Started, Configuration: { } configuration })
            _started.Add(configuration.StableHashCode());
        sampler.Observe(change);
    }

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("started");
        foreach (ulong hash in _started)
            writer.WriteNumberValue(hash);
        writer.WriteEndArray();
        writer.WritePropertyName("sampler");
        sampler.Save(writer);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state)
    {
        if (state.ValueKind != JsonValueKind.Object
            || !state.TryGetProperty("started", out JsonElement started)
            || !state.TryGetProperty("sampler", out JsonElement inner)
            || started.ValueKind != JsonValueKind.Array)
            throw new FormatException("This is not a saved state of a sampler that asks again.");
        foreach (JsonElement hash in started.EnumerateArray())
            _started.Add(hash.GetUInt64());
        sampler.Load(inner);
    }

    private bool IsStarted(Suggestion suggestion) =>
        suggestion is Suggestion.Suggested suggested
        && _started.Contains(suggested.Configuration.StableHashCode());
}
