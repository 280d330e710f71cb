using ActorTune.Strategies.Options;
using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.Asha;

/// <summary>
/// Asynchronous successive halving that promotes (Li et al., "A System for Massively Parallel
/// Hyperparameter Tuning", MLSys 2020): a trial pauses at every rung; a free slot takes the best
/// unpromoted trial within the top 1/eta of the highest rung that has one, or a new trial.
/// </summary>
/// <remarks>
/// Rung k of n entries, promoted ones and failures on the way included, keeps floor(n / eta).
/// A measurement that passes several rungs enters each of them, bottom up, with the same value.
/// </remarks>
internal sealed class AshaPromotion : ITrialScheduler
{
    private readonly Rung[] _rungs;
    private readonly long _max;
    private readonly RungCursor _entered = new();
    private int _trials;

    internal AshaPromotion(Objective objective, ResourceOptions options)
    {
        _max = options.Max;
        _rungs = [.. RungLevels.Asha(options.Min, options.Max, options.ReductionFactor)
            .Select(level => new Rung(objective, level, count => count / options.ReductionFactor))];
    }

    /// <inheritdoc/>
    public string Version => "asha-promotion/1";

    /// <inheritdoc/>
    public bool JudgesEveryReport => false;

    private int Top => _rungs.Length - 1;

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        int entered = _entered[change.Trial];
        switch (change.Kind)
        {
            case TrialChangeKind.Started:
                _trials = Math.Max(_trials, change.Trial.Value + 1);
                break;
            case TrialChangeKind.Measured:
                Enter(change, entered);
                break;
            case TrialChangeKind.Promoted when entered > 0:
                _rungs[entered - 1].SetPromoted(change.Trial, true);
                break;
            case TrialChangeKind.Paused when entered > 0:
                _rungs[entered - 1].SetPromoted(change.Trial, false);
                break;
            case TrialChangeKind.Failed when entered <= Top:
                _rungs[entered].AddFailure();
                break;
            case TrialChangeKind.Cancelled:
                for (int rung = 0; rung < entered; rung++)
                    _rungs[rung].Remove(change.Trial);
                break;
        }
    }

    /// <inheritdoc/>
    public SchedulerDecision OnMeasurement(in TrialChange measured)
    {
        int rung = _entered[measured.Trial] - 1;
        return measured.Resource.Units >= _max
            ? SchedulerDecision.Complete(Reason(Top, measured.Value))
            : SchedulerDecision.Pause(Reason(rung, measured.Value));
    }

    /// <inheritdoc/>
    public NextAction Next(bool mayStart)
    {
        for (int rung = Top - 1; rung >= 0; rung--)
        {
            if (_rungs[rung].BestPromotable is { } trial)
                return new NextAction.Promote(
                    trial,
                    new Resource(_rungs[rung + 1].Level),
                    Reason(rung, _rungs[rung].ValueOf(trial)));
        }

        return mayStart
            ? new NextAction.StartNew(default, new Resource(_rungs[0].Level))
            : NextAction.Wait;
    }

    /// <inheritdoc/>
    public IReadOnlyList<RungEntry> Explain(BracketIndex bracket, int rung) =>
        rung >= 0 && rung <= Top ? _rungs[rung].Ranked() : [];

    /// <inheritdoc/>
    public IReadOnlyList<RungSummary> Rungs() =>
        [.. _rungs.Select((rung, index) => rung.Summary(default, index))];

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("entered");
        _entered.Save(writer, _trials);
        writer.WriteStartArray("rungs");
        foreach (Rung rung in _rungs)
            rung.Save(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state)
    {
        _trials = _entered.Load(state.GetProperty("entered"));
        JsonElement rungs = state.GetProperty("rungs");
        if (rungs.GetArrayLength() != _rungs.Length)
            throw new FormatException("The saved state has another number of rungs.");
        for (int i = 0; i < _rungs.Length; i++)
            _rungs[i].Load(rungs[i]);
    }

    private void Enter(in TrialChange measured, int entered)
    {
        int before = entered;
        while (entered <= Top && _rungs[entered].Level <= measured.Resource.Units)
            _rungs[entered++].Add(measured.Trial, measured.Value);
        if (entered == before)
            return;
        for (int passed = before; passed < entered - 1; passed++)
            _rungs[passed].SetPromoted(measured.Trial, true);
        _entered[measured.Trial] = entered;
    }

    private DecisionReason Reason(int rung, double value)
    {
        Rung at = _rungs[rung];
        return new DecisionReason(
            Version, rung, at.Count, at.Kept, value, at.Cutoff?.Value, at.Cutoff?.Trial);
    }
}
