using ActorTune.Strategies.Options;
using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.Asha;

/// <summary>
/// Asynchronous successive halving that promotes (Li et al., "A System for Massively Parallel
/// Hyperparameter Tuning", MLSys 2020): a trial pauses at every rung; a free slot takes the best
/// unpromoted trial within the top 1/eta of the highest rung that has one, or a new trial.
/// </summary>
/// <remarks>Its rungs say what the top is: by value, by cost or by several objectives.</remarks>
internal class AshaPromotion : ITrialScheduler
{
    private readonly TrialPlaces _places = new();
    private readonly AsynchronousBracket _bracket;

    /// <summary>Creates a scheduler over empty rungs.</summary>
    /// <param name="version">The rule's name and version.</param>
    /// <param name="rungs">The rungs from the bottom; they say who is kept.</param>
    internal AshaPromotion(string version, IEnumerable<Rung> rungs)
    {
        Version = version;
        _bracket = new AsynchronousBracket(version, default, rungs, _places);
    }

    /// <summary>The published rule: the best floor(n / eta) of a rung by value.</summary>
    internal static AshaPromotion Of(Objective objective, ResourceOptions options)
    {
        var share = KeptShare.Floor(options.ReductionFactor);
        return new AshaByValue(
            "asha-promotion/1",
            options.Levels.Select(level => new Rung(objective, level, share)));
    }

    /// <inheritdoc/>
    public string Version { get; }

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
