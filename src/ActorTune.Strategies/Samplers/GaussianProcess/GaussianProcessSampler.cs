using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// Models the objective as a Gaussian process and suggests where the expected improvement is
/// greatest.
/// </summary>
/// <remarks>
/// Fits start from the last one, so they are part of the state: they happen when an observation is
/// taken in, after as many changes as their number asks for. All else is a function of the
/// history and the fits, and what is kept of it is a memo.
/// </remarks>
internal sealed class GaussianProcessSampler : ISampler
{
    private static readonly StreamName Search = new("gp-search");

    private readonly StudySpecification _specification;
    private readonly GaussianProcessOptions _options;
    private readonly TrialHistory _history;
    private readonly ModelSpace _space;
    private readonly StartupDesign _startup;
    private readonly GaussianProcessState _state;
    private readonly FactorMemo[] _memos;
    private readonly List<ModelPoint?> _points = [];

    internal GaussianProcessSampler(
        StudySpecification specification, GaussianProcessOptions options)
    {
        _specification = specification;
        _options = options;
        _history = new TrialHistory(specification.SearchSpace, specification.Objectives);
        _space = new ModelSpace(specification.SearchSpace);
        _startup = new StartupDesign(
            specification.SearchSpace, specification.Seed, options.StartupTrials);
        int models = 1 + specification.Constraints.Count;
        _state = new GaussianProcessState(models, ParameterPosterior.CountOf(_space));
        _memos = new FactorMemo[models];
        for (int model = 0; model < models; model++)
            _memos[model] = new FactorMemo();
    }

    /// <inheritdoc/>
    public string Version => "gp/1";

    private bool IsModelled =>
        _space.Groups.Length > 0 && _history.ObservedCount >= _options.StartupTrials;

    /// <inheritdoc/>
    public Suggestion Suggest(in SuggestionRequest request)
    {
        int trial = request.Trial.Value;
        if (!IsModelled)
            return new Suggestion.Suggested(_startup.At(trial));
        RandomStream chance = RandomStream.For(_specification.Seed, Search, trial, 0);
        TrainingSet set = TrainingSet.Of(_history, _space.Parameters.Length);
        List<ModelPoint> points = [.. set.Trials.Select(PointOf)];
        points.AddRange(_history.Pending.Select(number => PointOf(_history.Trials[number]!)));
        double[] outputs = Outputs(set);
        Posterior model = _memos[0].Model(_space, _state[0]!, points, outputs);
        double[] means = [.. points.Select(model.Mean)];
        var function = new AcquisitionFunction(model, means.Min(), [], []);
        var search = new AcquisitionSearch(function);
        List<ModelPoint> best = [.. Enumerable.Range(0, points.Count)
            .OrderBy(i => means[i]).Take(5).Select(i => points[i])];
        List<ModelPoint> probes = ProbePoints.Draw(_space, best, _options.Probes, chance);
        foreach (ModelPoint point in search.Find(probes, _options.Climbs, chance))
        {
            if (_space.IsAllowed(point) && !points.Exists(other => IsSame(other, point)))
                return new Suggestion.Suggested(_space.Space.Decode(point.Units));
        }

        return new Suggestion.Suggested(_space.Space.Draw(chance));
    }

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        HistoryTrial? trial = _history.Observe(change);
        if (trial?.Status is ObservationStatus.Observed or ObservationStatus.Failed)
        {
            _state.Age++;
            if (IsModelled)
                Fit();
        }
    }

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("trials");
        _history.Save(writer);
        _state.Save(writer);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(Version, state, saved =>
    {
        _history.Load(saved.GetProperty("trials"));
        _state.Load(saved);
    });

    private void Fit()
    {
        TrainingSet set = TrainingSet.Of(_history, _space.Parameters.Length);
        int n = set.Count;
        int interval = n > 200 ? n / 10 : Math.Max(1, n / _options.FitEvery);
        if (_state[0] is not null && _state.Age < interval)
            return;
        ModelPoint[] points = [.. set.Trials.Select(PointOf)];
        double[] outputs = Outputs(set);
        bool isFresh = n % 10 == 0 || n > 200;
        _state[0] = ParameterFit.Of(_space, points, outputs, _state[0], isFresh);
        _state.Age = 0;
    }

    private double[] Outputs(TrainingSet set) =>
        OutputTransform.Of(set.Select(trial => trial.Loss), _options.Transform);

    private ModelPoint PointOf(HistoryTrial trial)
    {
        while (_points.Count <= trial.Number)
            _points.Add(null);
        return _points[trial.Number] ??= _space.Settle(trial.Point);
    }

    private static bool IsSame(ModelPoint left, ModelPoint right)
    {
        for (int i = 0; i < left.Units.Length; i++)
        {
            if (left.IsActive[i] != right.IsActive[i]
                || (left.IsActive[i] && !left.Units[i].Equals(right.Units[i])))
                return false;
        }

        return true;
    }
}
