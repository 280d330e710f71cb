using ActorTune.Strategies.Options;
using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.Asha;

/// <summary>
/// Asynchronous successive halving that promotes (Li et al., "A System for Massively Parallel
/// Hyperparameter Tuning", MLSys 2020): a trial pauses at every rung; a free slot takes the best
/// unpromoted trial within the top 1/eta of the highest rung that has one, or a new trial.
/// </summary>
internal sealed class AshaPromotion : ITrialScheduler
{
    private readonly TrialPlaces _places = new();
    private readonly AsynchronousBracket _bracket;

    internal AshaPromotion(Objective objective, ResourceOptions options) =>
        _bracket = new AsynchronousBracket(
            Version,
            default,
            objective,
            RungLevels.Asha(options.Min, options.Max, options.ReductionFactor),
            options.ReductionFactor,
            _places);

    /// <inheritdoc/>
    public string Version => "asha-promotion/1";

    /// <inheritdoc/>
    public bool JudgesEveryReport => false;

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        _places.Add(change.Trial);
        _bracket.Observe(change);
    }

    /// <inheritdoc/>
    public SchedulerDecision OnMeasurement(in TrialChange measured) => _bracket.Decide(measured);

    /// <inheritdoc/>
    public NextAction Next(bool mayStart)
    {
        NextAction.Promote? promote = _bracket.Promote() ?? _bracket.Resume();
        if (promote is not null)
            return promote;
        return mayStart
            ? new NextAction.StartNew(default, new Resource(_bracket.BottomLevel))
            : NextAction.Wait;
    }

    /// <inheritdoc/>
    public IReadOnlyList<RungEntry> Explain(BracketIndex bracket, int rung) =>
        bracket == default ? _bracket.Explain(rung) : [];

    /// <inheritdoc/>
    public IReadOnlyList<RungSummary> Rungs() => [.. _bracket.Rungs()];

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        _places.Save(writer);
        writer.WritePropertyName("bracket");
        _bracket.Save(writer);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(Version, state, saved =>
    {
        _places.Load(saved);
        _bracket.Load(saved.GetProperty("bracket"));
    });
}
