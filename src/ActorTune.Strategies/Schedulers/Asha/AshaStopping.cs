using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.Asha;

/// <summary>
/// Asynchronous successive halving that stops (Li et al., MLSys 2020, as Ray Tune, Optuna and
/// others do it): a trial is judged when it arrives at a rung, against those that came before it,
/// and a stopped one never returns. It needs no checkpoints.
/// </summary>
/// <remarks>
/// A measurement that passes several rungs enters each of them, bottom up, with the same value, is
/// judged in each, and stops if any of them says so. Failures on the way to a rung are no entries:
/// they would let the worst of the others on (docs/decisions/0010).
/// </remarks>
internal class AshaStopping : ITrialScheduler
{
    private readonly Objective _objective;
    private readonly StoppingRule _rule;
    private readonly int _factor;
    private readonly TrialPlaces _places = new();
    private readonly PausedTrials _paused = new();
    private readonly Rung[] _rungs;
    private Judgement _judged = Judgement.None;

    /// <summary>Creates a scheduler over empty rungs.</summary>
    /// <param name="version">The rule's name and version.</param>
    /// <param name="objective">Orders the values.</param>
    /// <param name="rule">Who goes on.</param>
    /// <param name="factor">How many compete for one place, eta.</param>
    /// <param name="rungs">The rungs from the bottom, which keep what the rule asks for.</param>
    protected AshaStopping(
        string version, Objective objective, StoppingRule rule, int factor, IEnumerable<Rung> rungs)
    {
        Version = version;
        _objective = objective;
        _rule = rule;
        _factor = factor;
        _rungs = [.. rungs];
    }

    /// <inheritdoc/>
    public string Version { get; }

    /// <summary>The index of the rung at the full resource.</summary>
    protected int Top => _rungs.Length - 1;

    /// <inheritdoc/>
    public bool JudgesEveryReport => false;

    internal static AshaStopping Of(Objective objective, AshaOptions options)
    {
        KeptShare share = options.Share;
        return new AshaStoppingByValue(
            "asha-stopping/3",
            objective,
            options.Rule,
            options.Resources.ReductionFactor,
            options.Resources.Levels.Select(level => new Rung(objective, level, share)));
    }

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        _places.Add(change.Trial);
        _paused.Observe(change);
        int entered = _places.Entered(change.Trial);
        switch (change.Kind)
        {
            case TrialChangeKind.Measured:
                Enter(change, entered);
                break;
            case TrialChangeKind.Continued or TrialChangeKind.Promoted when entered > 0:
                _rungs[entered - 1].SetPromoted(_places.Position(change.Trial), true);
                break;
            case TrialChangeKind.Paused when entered > 0:
                _rungs[entered - 1].SetPromoted(_places.Position(change.Trial), false);
                break;
            case TrialChangeKind.Cancelled:
                for (int rung = 0; rung < entered; rung++)
                    _rungs[rung].Remove(_rungs[rung].PositionOf(change.Trial));
                _places.Set(change.Trial, 0, 0);
                break;
        }
    }

    /// <inheritdoc/>
    public SchedulerDecision OnMeasurement(in TrialChange measured)
    {
        DecisionReason reason = _judged.Trial == measured.Trial.Value
            ? _judged.Reason(Version, measured.Value)
            : new DecisionReason(Version, Value: measured.Value);
        if (measured.Resource.Units >= _rungs[Top].Level)
            return SchedulerDecision.Complete(reason);
        return _judged.IsStop && _judged.Trial == measured.Trial.Value
            ? SchedulerDecision.Stop(reason)
            : SchedulerDecision.Continue(NextLevel(measured.Trial), reason);
    }

    /// <inheritdoc/>
    public NextAction Next(bool mayStart)
    {
        if (_paused.First is { } trial)
            return new NextAction.Promote(trial, NextLevel(trial), new DecisionReason(Version));
        return mayStart
            ? new NextAction.StartNew(default, new Resource(_rungs[0].Level))
            : NextAction.Wait;
    }

    /// <inheritdoc/>
    public IReadOnlyList<RungEntry> Explain(BracketIndex bracket, int rung) =>
        bracket == default && rung >= 0 && rung <= Top ? _rungs[rung].Ranking() : [];

    /// <inheritdoc/>
    public IReadOnlyList<RungSummary> Rungs() =>
        [.. _rungs.Select((rung, index) => rung.Summary(default, index))];

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        _places.Save(writer);
        _paused.Save(writer);
        _judged.Save(writer);
        writer.WriteStartArray("rungs");
        foreach (Rung rung in _rungs)
            rung.Save(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(Version, state, saved =>
    {
        _places.Load(saved);
        _paused.Load(saved);
        _judged = Judgement.Load(saved.GetProperty("judged"));
        JsonElement rungs = saved.GetProperty("rungs");
        SavedState.Demand(rungs.GetArrayLength() == _rungs.Length, "it has other rungs");
        for (int i = 0; i < _rungs.Length; i++)
            _rungs[i].Load(rungs[i], _places, i);
    });

    private Resource NextLevel(TrialNumber trial) =>
        new(_rungs[Math.Min(_places.Entered(trial), Top)].Level);

    private void Enter(in TrialChange measured, int entered)
    {
        // A judgement is about one arrival: what comes between two rungs has none.
        _judged = Judgement.None;
        int before = entered;
        int position = entered > 0 ? _places.Position(measured.Trial) : 0;
        while (entered <= Top && _rungs[entered].Level <= measured.Resource.Units)
        {
            if (entered > 0)
                _rungs[entered - 1].SetPromoted(position, true);
            Judgement judged = Judge(entered, measured, out position);
            if (entered == before || !_judged.IsStop)
                _judged = judged;
            entered++;
        }

        if (entered > before)
            _places.Set(measured.Trial, entered, position);
    }

    private Judgement Judge(int index, in TrialChange measured, out int position)
    {
        Rung rung = _rungs[index];
        if (_rule == StoppingRule.QuantileOfEarlier)
        {
            Judgement earlier = Compare(rung, index, measured, -1);
            position = rung.Add(measured);
            return earlier;
        }

        position = rung.Add(measured);
        return Compare(rung, index, measured, position);
    }

    /// <summary>Judges a measurement in a rung, where it has a position or not yet.</summary>
    protected virtual Judgement Compare(
        Rung rung, int index, in TrialChange measured, int position)
    {
        RankSplit split = rung.Split;
        bool isQuantile = _rule is StoppingRule.Quantile or StoppingRule.QuantileOfEarlier;
        double cut = split.Count == 0
            ? double.PositiveInfinity
            : isQuantile ? split.Quantile(_factor) : split.KeyAbove;
        double key = RankedEntry.KeyOf(_objective, measured.Value);
        return new Judgement(
            measured.Trial.Value,
            index < Top && key > cut,
            index,
            split.Count,
            split.Kept,
            double.IsInfinity(cut) ? null : RankedEntry.KeyOf(_objective, cut),
            split.LastKept?.Trial);
    }
}
