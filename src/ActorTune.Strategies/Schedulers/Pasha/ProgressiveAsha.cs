using ActorTune.Strategies.Options;
using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.Pasha;

/// <summary>
/// Promotion ASHA that begins with its two lowest rungs and opens the next one when the ranking in
/// the two highest open ones does not agree (Bohdal et al., "PASHA: Efficient HPO and NAS with
/// progressive resource allocation", ICLR 2023).
/// </summary>
/// <remarks>
/// Trials that wait in the highest open rung go on when it is no longer the highest. What is best
/// at the end is trained in full by the study, not by this rule.
/// </remarks>
internal sealed class ProgressiveAsha : ITakesOver
{
    private readonly Objective _objective;
    private readonly long[] _levels;
    private readonly TrialPlaces _places = new();
    private readonly AsynchronousBracket _bracket;
    private readonly RankingStability _ranking = new();
    private TrialCurves _curves = new();
    private int _top;

    internal ProgressiveAsha(Objective objective, ResourceOptions options)
    {
        _objective = objective;
        _levels = options.Levels;
        var share = KeptShare.Floor(options.ReductionFactor);
        _bracket = new AsynchronousBracket(
            Version,
            default,
            _levels.Select(level => new Rung(objective, level, share)),
            _places);
        _top = Math.Min(1, _bracket.Top);
    }

    /// <inheritdoc/>
    public string Version => "pasha/1";

    /// <inheritdoc/>
    public bool JudgesEveryReport => false;

    /// <inheritdoc/>
    public BracketIndex EarlierBracket => default;

    // With all rungs open there is nothing to watch.
    private bool IsFullyOpen => _top == _bracket.Top;

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        _places.Add(change.Trial);
        int entered = _places.Entered(change.Trial);
        _bracket.Observe(change);
        if (IsFullyOpen)
            return;
        if (change.Kind == TrialChangeKind.Cancelled)
        {
            _curves.Remove(change.Trial);
            Watch(_top);
        }
        else if (change.Kind == TrialChangeKind.Measured)
        {
            Measure(change, entered);
        }
    }

    /// <inheritdoc/>
    public SchedulerDecision OnMeasurement(in TrialChange measured) => _bracket.Decide(measured);

    /// <inheritdoc/>
    public NextAction Next(bool mayStart)
    {
        NextAction.Promote? promote = _bracket.PromoteUpTo(_top) ?? _bracket.Resume();
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
        writer.WriteNumber("top", _top);
        writer.WriteNumber("noise", _ranking.Noise);
        writer.WriteStartArray("compared");
        foreach (int trial in _ranking.Members)
            writer.WriteNumberValue(trial);
        writer.WriteEndArray();
        _curves.Save(writer);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(Version, state, saved =>
    {
        _places.Load(saved);
        _bracket.Load(saved.GetProperty("bracket"));
        _top = saved.GetProperty("top").GetInt32();
        _curves.Load(saved);
        foreach (JsonElement trial in saved.GetProperty("compared").EnumerateArray())
            Compare(new TrialNumber(trial.GetInt32()));
        _ranking.Restore(saved.GetProperty("noise").GetDouble());
    });

    private void Measure(in TrialChange measured, int entered)
    {
        _curves.Of(measured.Trial).Add(
            measured.Resource.Units, RankedEntry.KeyOf(_objective, measured.Value));
        if (entered > _top || _places.Entered(measured.Trial) <= _top)
            return;
        Compare(measured.Trial);
        while (!IsFullyOpen && !_ranking.IsStable(_levels[_top - 1], _levels[_top]))
            Watch(_top + 1);
        if (IsFullyOpen)
            _curves = new TrialCurves();
    }

    // Compares the trials that a rung already has, lower numbers first.
    private void Watch(int top)
    {
        _top = top;
        _ranking.Clear();
        if (IsFullyOpen)
            return;
        foreach (RungEntry entry in _bracket.Explain(top).OrderBy(entry => entry.Trial))
        {
            if (entry.Value is not null)
                Compare(entry.Trial);
        }
    }

    private void Compare(TrialNumber trial)
    {
        if (_curves.Find(trial) is { } curve)
            _ranking.Add(trial.Value, curve, _levels[_top]);
    }
}
