using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Cfo;

/// <summary>
/// Cost-frugal optimisation (Wu, Wang and Huang, AAAI 2021): a local search that begins where
/// trials are cheap.
/// </summary>
/// <remarks>
/// A trial is judged once, at its first decision point, where all trials of a bracket have the same
/// resource, or at its end. Trials that run beside each other take different directions from the
/// same incumbent.
/// </remarks>
internal sealed class CfoSampler : ISampler
{
    private static readonly StreamName Stream = new("cfo");

    private readonly SearchSpace _space;
    private readonly ulong _seed;
    private readonly double _sign;
    private readonly LocalSearch _search;
    private readonly SortedDictionary<int, LocalTrial> _live = [];
    private int _startedCount;

    internal CfoSampler(StudySpecification specification, CfoOptions options)
    {
        _space = specification.SearchSpace;
        _seed = specification.Seed;
        _sign = specification.Objectives[0].Direction == Direction.Minimize ? 1 : -1;
        _search = new LocalSearch(_space, _seed, options);
    }

    /// <inheritdoc/>
    public string Version => "cfo/1";

    /// <inheritdoc/>
    public Suggestion Suggest(in SuggestionRequest request)
    {
        int number = request.Trial.Value;
        int place = Math.Max(0, number - _startedCount) + request.Ordinal;
        return new Suggestion.Suggested(_search.Suggest(
            place, RandomStream.For(_seed, Stream, number, request.Ordinal)));
    }

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        int number = change.Trial.Value;
        if (change.Kind == TrialChangeKind.Started)
        {
            _startedCount = Math.Max(_startedCount, number + 1);
            _live[number] = _search.Start(number, change.Configuration!);
        }
        else if (_live.TryGetValue(number, out LocalTrial? trial))
        {
            Follow(trial, change);
        }
    }

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("started", _startedCount);
        LocalSearchText.Write(writer, _space, _search.Place);
        writer.WriteStartArray("opposites");
        foreach (Configuration opposite in _search.Opposites)
            ConfigurationText.Write(writer, _space, opposite);
        writer.WriteEndArray();
        writer.WriteStartArray("live");
        foreach (LocalTrial trial in _live.Values)
            LocalSearchText.Write(writer, _space, trial);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(Version, state, saved =>
    {
        _startedCount = saved.GetProperty("started").GetInt32();
        _search.Place = LocalSearchText.ReadPlace(saved.GetProperty("place"), _space);
        foreach (JsonElement opposite in saved.GetProperty("opposites").EnumerateArray())
            _search.Opposites.Add(ConfigurationText.Read(opposite, _space));
        foreach (JsonElement live in saved.GetProperty("live").EnumerateArray())
        {
            LocalTrial trial = LocalSearchText.ReadTrial(live, _space);
            _live.Add(trial.Number, trial);
        }
    });

    private void Follow(LocalTrial trial, in TrialChange change)
    {
        switch (change.Kind)
        {
            case TrialChangeKind.Measured:
                trial.IsMeasured = true;
                if (change.IsDecisionPoint)
                    Judge(trial, change);
                break;
            case TrialChangeKind.Paused or TrialChangeKind.Stopped or TrialChangeKind.Completed:
                if (trial.IsMeasured)
                    Judge(trial, change);
                else
                    _live.Remove(trial.Number);
                break;
            case TrialChangeKind.Failed:
                _live.Remove(trial.Number);
                _search.Judge(trial, null);
                break;
            case TrialChangeKind.Cancelled:
                _live.Remove(trial.Number);
                break;
        }
    }

    private void Judge(LocalTrial trial, in TrialChange change)
    {
        _live.Remove(trial.Number);
        _search.Judge(
            trial, new Standing(change.Outcome?.TotalViolation ?? 0, _sign * change.Value));
    }
}
