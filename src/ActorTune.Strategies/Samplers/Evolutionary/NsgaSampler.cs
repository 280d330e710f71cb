using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Evolutionary;

/// <summary>
/// An elitist genetic sampler for one or more objectives: children of the fittest trials, of which
/// whole fronts stay, and of the first front that is too long those that its survival rule chooses.
/// </summary>
/// <remarks>
/// Before the first population is complete, configurations are drawn at random. A child that was a
/// trial before is made again a few times.
/// </remarks>
internal sealed class NsgaSampler : ISampler
{
    private const int MaxRepeats = 10;
    private static readonly StreamName Stream = new("nsga");

    private readonly TrialHistory _history;
    private readonly Generations _generations;
    private readonly Breeding _breeding;
    private readonly ISurvival _survival;
    private readonly ulong _seed;
    private readonly HashSet<ulong> _tried = [];
    private MatingPool? _pool;
    private long _poolRevision;

    internal NsgaSampler(
        string version, StudySpecification specification, NsgaOptions options, ISurvival survival)
    {
        Version = version;
        _seed = specification.Seed;
        _survival = survival;
        _history = new TrialHistory(specification.SearchSpace, specification.Objectives);
        _generations = new Generations(_history, options.Population, survival);
        _breeding = new Breeding(specification.SearchSpace, options);
    }

    /// <inheritdoc/>
    public string Version { get; }

    /// <inheritdoc/>
    public Suggestion Suggest(in SuggestionRequest request)
    {
        RandomStream chance = RandomStream.For(_seed, Stream, request.Trial.Value, request.Ordinal);
        MatingPool pool = Pool();
        if (pool.Count == 0)
            return new Suggestion.Suggested(_history.Space.Draw(chance));
        Configuration child = Make(pool, chance);
        for (int i = 0; i < MaxRepeats && _tried.Contains(child.StableHashCode()); i++)
            child = Make(pool, chance);
        return new Suggestion.Suggested(child);
    }

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        // What an earlier study measured is no result to compare a generation's with.
        if (change.Kind == TrialChangeKind.Imported
            || _history.Observe(change) is not { } trial)
            return;
        _tried.Add(trial.Configuration.StableHashCode());
        _generations.Observe(trial);
    }

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("trials");
        _history.Save(writer);
        _generations.Save(writer);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(Version, state, saved =>
    {
        _history.Load(saved.GetProperty("trials"));
        _generations.Load(saved);
        foreach (HistoryTrial? trial in _history.Trials)
        {
            if (trial is not null)
                _tried.Add(trial.Configuration.StableHashCode());
        }
    });

    private Configuration Make(MatingPool pool, RandomStream chance) => Genes.Allowed(
        _history.Space, chance, () => _breeding.Child(pool, chance));

    // A parent's objectives change when it comes to a higher rung.
    private MatingPool Pool()
    {
        if (_pool is null || _poolRevision != _generations.Revision)
        {
            _pool = new MatingPool(_generations.Parents, _survival);
            _poolRevision = _generations.Revision;
        }

        return _pool;
    }
}
