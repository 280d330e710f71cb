using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.History;
using ActorTune.Strategies.Samplers.QuasiRandom;

namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>
/// The tree-structured Parzen estimator: points are drawn from the density of the good trials, and
/// the one is suggested at which it exceeds the density of the others most (Bergstra et al.,
/// "Algorithms for hyper-parameter optimization", NeurIPS 2011).
/// </summary>
/// <remarks>
/// The state is the history alone. The densities are kept between suggestions and follow its
/// changes; they are a function of it, whatever came first.
/// </remarks>
internal sealed class TpeSampler : ISampler
{
    // A group may leave no allowed values to a later one; then all of them are drawn again.
    private const int MaxRounds = 16;

    private static readonly StreamName Stream = new("tpe");

    private readonly SearchSpace _space;
    private readonly TrialHistory _history;
    private readonly TpeOptions _options;
    private readonly ulong _seed;
    private readonly bool _isConstrained;
    private readonly GroupModel[] _models;
    private readonly SortedSet<int> _changed = [];
    private QuasiRandomSampler? _further;

    internal TpeSampler(StudySpecification specification, TpeOptions options)
    {
        _space = specification.SearchSpace;
        _history = new TrialHistory(_space, specification.Objectives);
        _options = options;
        _seed = specification.Seed;
        _isConstrained = _space.Forbidden.Count + _space.Inequalities.Count > 0;
        _models =
        [
            .. ParameterGroups.Of(_space, options.IsMultivariate, options.IsGrouped)
                .Select(group => new GroupModel(group, options)),
        ];
    }

    /// <inheritdoc/>
    public string Version => "tpe/3";

    /// <inheritdoc/>
    public Suggestion Suggest(in SuggestionRequest request)
    {
        int trial = request.Trial.Value;
        if (_history.ObservedCount >= _options.StartupTrials)
        {
            Update();
            int first = MaxRounds * request.Ordinal;
            for (int round = first; round < first + MaxRounds; round++)
            {
                if (Choose(RandomStream.For(_seed, Stream, trial, round)) is { } configuration)
                    return new Suggestion.Suggested(configuration);
            }
        }

        return Spread(request);
    }

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        if (_history.Observe(change) is { } trial)
            _changed.Add(trial.Number);
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
        _changed.UnionWith(_history.Known.Select(trial => trial.Number));
    });

    // Many slots ask for more than the first random configurations before anything is observed;
    // what they get beyond those fills the space evenly.
    private Suggestion Spread(in SuggestionRequest request)
    {
        int trial = request.Trial.Value;
        int further = trial - _options.StartupTrials;
        if (further < 0 || request.Ordinal > 0)
            return new Suggestion.Suggested(
                _space.Draw(RandomStream.For(_seed, StreamName.Sampler, trial, request.Ordinal)));
        // Studies with few slots never ask for it, and unpacking the sequence takes its time.
        _further ??= new QuasiRandomSampler(
            Version, _space, _seed, new SobolSequence(_space.Dimensions, _seed));
        return _further.Suggest(request with { Trial = new TrialNumber(further) });
    }

    private void Update()
    {
        if (_changed.Count == 0)
            return;
        IReadOnlyList<HistoryTrial> good = GoodTrials.Of(_history, _options);
        foreach (GroupModel model in _models)
            model.Update(_history, good, _changed);
        _changed.Clear();
    }

    private Configuration? Choose(RandomStream chance)
    {
        var point = new double[_space.Dimensions];
        Array.Fill(point, 0.5);
        var values = new ParameterValue?[point.Length];
        foreach (GroupModel model in _models)
        {
            if (!_space.IsActive(model.Group.Members[0], values))
                continue;
            Func<double[], bool>? allows = _isConstrained
                ? drawn => Allows(model.Group, drawn, values)
                : null;
            int draws = _options.DrawsAt(_history.ObservedCount);
            if (model.Group.Axes.Length > 0 && !model.TryChoose(chance, draws, point, allows))
                return null;
            Decode(model.Group, point, values);
        }

        Configuration configuration = _space.Decode(point);
        return !_isConstrained || _space.Allows(configuration) ? configuration : null;
    }

    private void Decode(ParameterGroup group, double[] point, ParameterValue?[] values)
    {
        foreach (int index in group.Members)
            values[index] = _space.Parameters[index].Decode(point[index]);
    }

    // Constraints between what is chosen by now; those on later groups are judged with them.
    private bool Allows(ParameterGroup group, double[] point, ParameterValue?[] values)
    {
        ParameterValue?[] tried = [.. values];
        Decode(group, point, tried);
        return _space.Allows(new Configuration(
            tried.Select((value, i) => KeyValuePair.Create(_space.Parameters[i].Name, value))
                .Where(pair => pair.Value is not null)
                .Select(pair => KeyValuePair.Create(pair.Key, pair.Value!.Value))));
    }
}
