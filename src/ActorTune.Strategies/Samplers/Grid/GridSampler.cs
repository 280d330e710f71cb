namespace ActorTune.Strategies.Samplers.Grid;

/// <summary>
/// Tries every configuration of a grid once. Those that were started already, whoever gave them,
/// are not suggested again.
/// </summary>
/// <remarks>
/// The state is the first place of the order that is still free and the taken places beyond it.
/// When several trials are asked about in one state, the later trial gets the later place.
/// </remarks>
internal sealed class GridSampler : ISampler
{
    private readonly ConfigurationGrid _grid;
    private readonly GridShuffle? _shuffle;
    private readonly SortedSet<long> _taken = [];
    private long _free;
    private int _startedCount;

    internal GridSampler(ConfigurationGrid grid, GridShuffle? shuffle)
    {
        _grid = grid;
        _shuffle = shuffle;
    }

    /// <inheritdoc/>
    public string Version => "grid/1";

    /// <inheritdoc/>
    public Suggestion Suggest(in SuggestionRequest request)
    {
        int skipped = Math.Max(0, request.Trial.Value - _startedCount);
        for (long place = _free; place < _grid.Count; place++)
        {
            if (!_taken.Contains(place) && Find(place) is { } configuration && skipped-- == 0)
                return new Suggestion.Suggested(configuration);
        }

        return Suggestion.Exhausted;
    }

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        if (change.Kind != TrialChangeKind.Started)
            return;
        _startedCount = Math.Max(_startedCount, change.Trial.Value + 1);
        long position = change.Configuration is null ? -1 : _grid.PositionOf(change.Configuration);
        if (position < 0)
            return;
        long taken = _shuffle?.PlaceOf(position) ?? position;
        if (taken >= _free)
            _taken.Add(taken);

        // What the constraints refuse is passed here once instead of at every suggestion.
        while (_free < _grid.Count && (_taken.Remove(_free) || Find(_free) is null))
            _free++;
    }

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("started", _startedCount);
        writer.WriteNumber("free", _free);
        writer.WriteStartArray("taken");
        foreach (long place in _taken)
            writer.WriteNumberValue(place);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(Version, state, saved =>
    {
        _startedCount = saved.GetProperty("started").GetInt32();
        _free = saved.GetProperty("free").GetInt64();
        foreach (JsonElement place in saved.GetProperty("taken").EnumerateArray())
            _taken.Add(place.GetInt64());
    });

    private Configuration? Find(long place) => _grid.Find(_shuffle?.At(place) ?? place);
}
