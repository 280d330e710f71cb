using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// Models the objective as a Gaussian process and suggests where the expected improvement is
/// greatest.
/// </summary>
/// <remarks>
/// Fits start from the last one, so they are part of the state: they are made when an observation
/// is taken in. All else is a function of the history and the fits.
/// </remarks>
internal sealed class GaussianProcessSampler : ISampler
{
    private static readonly StreamName Search = new("gp-search");

    private readonly ulong _seed;
    private readonly GaussianProcessOptions _options;
    private readonly TrialHistory _history;
    private readonly ModelSpace _space;
    private readonly StudyModels _models;
    private readonly StartupDesign _startup;

    internal GaussianProcessSampler(
        StudySpecification specification, GaussianProcessOptions options)
    {
        SearchSpace space = specification.SearchSpace;
        _seed = specification.Seed;
        _options = options;
        _history = new TrialHistory(space, specification.Objectives);
        _space = new ModelSpace(space);
        _models = new StudyModels(specification, _space, options.StartupTrials);
        _startup = new StartupDesign(space, _seed, options.StartupTrials);
    }

    /// <inheritdoc/>
    public string Version => "gp/2";

    private bool IsModelled =>
        _space.Groups.Length > 0 && _history.ObservedCount >= _options.StartupTrials;

    /// <inheritdoc/>
    public Suggestion Suggest(in SuggestionRequest request)
    {
        int trial = request.Trial.Value;
        if (!IsModelled)
            return new Suggestion.Suggested(_startup.At(trial));
        RandomStream chance = RandomStream.For(_seed, Search, trial, request.Ordinal);
        ReadyModels models = _models.Ready(_history, trial);
        List<ModelPoint> probes =
            ProbePoints.Draw(_space, models.Best, _options.Probes, chance);
        var search = new AcquisitionSearch(models.Function);
        foreach (ModelPoint point in search.Find(probes, _options.LocalSearches, chance))
        {
            if (_space.IsAllowed(point) && !models.Knows(point))
                return new Suggestion.Suggested(_space.Space.Decode(point.Units));
        }

        return new Suggestion.Suggested(_space.Space.Draw(chance));
    }

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        HistoryTrial? trial = _history.Observe(change);
        if (trial is null || trial.Status == ObservationStatus.Pending)
            return;
        _models.State.Age++;
        if (IsModelled)
            _models.Fit(_history, trial.IsImported);
    }

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("trials");
        _history.Save(writer);
        _models.State.Save(writer);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(Version, state, saved =>
    {
        _history.Load(saved.GetProperty("trials"));
        _models.State.Load(saved);
        SavedState.Demand(
            !IsModelled || _models.State.IsFitted, "its trials have no model");
    });
}
