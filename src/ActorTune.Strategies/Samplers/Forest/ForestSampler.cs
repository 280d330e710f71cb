using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Forest;

/// <summary>
/// Sequential model-based search with a random forest, in the manner of SMAC (Hutter, Hoos and
/// Leyton-Brown, LION 2011; Lindauer et al., JMLR 2022).
/// </summary>
internal sealed class ForestSampler : ISampler
{
    private static readonly StreamName Stream = new("forest");

    private readonly TrialHistory _history;
    private readonly ForestSamplerOptions _options;
    private readonly ForestEncoding _encoding;
    private readonly HashSet<ulong> _tried = [];
    private readonly ulong _seed;
    private ForestModel? _model;
    private long _modelRevision;

    internal ForestSampler(StudySpecification specification, ForestSamplerOptions options)
    {
        _seed = specification.Seed;
        _options = options;
        _history = new TrialHistory(specification.SearchSpace, specification.Objectives);
        _encoding = new ForestEncoding(specification.SearchSpace);
    }

    /// <inheritdoc/>
    public string Version => "forest/1";

    /// <inheritdoc/>
    public Suggestion Suggest(in SuggestionRequest request)
    {
        RandomStream chance = RandomStream.For(_seed, Stream, request.Trial.Value, request.Ordinal);
        bool isRandom = chance.NextDouble() < _options.RandomFraction;
        if (isRandom || _history.ObservedCount < _options.StartupTrials)
            return new Suggestion.Suggested(_history.Space.Draw(chance));
        if (_model is null || _modelRevision != _history.Revision)
        {
            _model = ForestModel.Fit(_history, _encoding, _options.Forest, _seed);
            _modelRevision = _history.Revision;
        }

        return new Suggestion.Suggested(
            new ImprovementSearch(_history, _model, _options, _tried, chance).Run());
    }

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        if (_history.Observe(change) is { } trial)
            _tried.Add(trial.Configuration.StableHashCode());
    }

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("trials");
        _history.Save(writer);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(Version, state, saved =>
    {
        _history.Load(saved.GetProperty("trials"));
        foreach (HistoryTrial trial in _history.Known)
            _tried.Add(trial.Configuration.StableHashCode());
    });
}
