using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.Cfo;

namespace ActorTune.Strategies.Samplers.BlendSearch;

/// <summary>
/// Blends a global search with local ones that begin at its trials, each given trials as its
/// improvement for its cost promises (Wang, Wu, Huang and Saied, "Economical hyperparameter
/// optimization with blended search strategy", ICLR 2021).
/// </summary>
/// <remarks>The global search learns of all trials.</remarks>
internal sealed class BlendSearchSampler : ISampler
{
    private static readonly StreamName Stream = new("blendsearch");
    private static readonly StreamName Starts = new("blendsearch-start");

    private readonly SearchSpace _space;
    private readonly ulong _seed;
    private readonly ISampler _global;
    private readonly Configuration _start;
    private readonly BlendedSearch _search;

    internal BlendSearchSampler(
        StudySpecification specification, BlendSearchOptions options, ISampler global)
    {
        _space = specification.SearchSpace;
        _seed = specification.Seed;
        _global = global;
        _start = new LocalMoves(_space).Start(RandomStream.For(_seed, Starts, 0, 0));
        _search = new BlendedSearch(specification, options, _start);
        Version = $"blendsearch/1({global.Version})";
    }

    /// <inheritdoc/>
    public string Version { get; }

    /// <inheritdoc/>
    public Suggestion Suggest(in SuggestionRequest request)
    {
        int number = request.Trial.Value;
        int place = Math.Max(0, number - _search.StartedCount) + request.Ordinal;
        if (_search.StartedCount == 0 && place == 0)
            return new Suggestion.Suggested(_start);
        RandomStream chance = RandomStream.For(_seed, Stream, number, request.Ordinal);
        (LocalThread? chosen, LocalThread? backup) = _search.Threads.Choose();
        if (chosen is not null)
            return new Suggestion.Suggested(chosen.Search.Suggest(place, chance));
        if (_global.Suggest(request) is not Suggestion.Suggested found)
            return new Suggestion.Suggested(
                backup?.Search.Suggest(place, chance) ?? _space.Draw(chance));
        if (_search.Region.Allows(found.Configuration))
            return found;
        return new Suggestion.Suggested(
            backup?.Search.Suggest(place, chance) ?? Confined(found.Configuration));
    }

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        if (change.Kind == TrialChangeKind.Started)
            _search.Start(change.Trial.Value, change.Configuration!);
        else if (change.Kind != TrialChangeKind.Imported)
            _search.Follow(change);
        _global.Observe(change);
    }

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        _search.Save(writer);
        writer.WritePropertyName("global");
        _global.Save(writer);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(Version, state, saved =>
    {
        _search.Load(saved);
        _global.Load(saved.GetProperty("global"));
    });

    // Where the global search asks for too much and nobody else can be asked, it gets less.
    private Configuration Confined(Configuration configuration)
    {
        Configuration confined = _search.Region.Confine(configuration);
        return _space.Allows(confined) ? confined : _start;
    }
}
