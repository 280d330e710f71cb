namespace ActorTune.Strategies.Schedulers.Rungs;

/// <summary>
/// One bracket of promotion ASHA: trials pause at every rung, and whoever stands within the best
/// floor(n / eta) of the n that came so far may go on at once.
/// </summary>
/// <remarks>
/// n counts all entries of a rung, promoted ones and the failures on the way to it included. A
/// measurement that passes several rungs enters each of them, bottom up, with the same value.
/// </remarks>
internal sealed class AsynchronousBracket
{
    private readonly string _version;
    private readonly BracketIndex _index;
    private readonly TrialPlaces _places;
    private readonly PausedTrials _early = new();
    private readonly Rung[] _rungs;

    /// <summary>Creates an empty bracket.</summary>
    /// <param name="version">The rule's name and version, for reasons.</param>
    /// <param name="index">Which bracket it is.</param>
    /// <param name="rungs">Its rungs, empty, from the bottom.</param>
    /// <param name="places">Where trials stand, shared by the brackets of a scheduler.</param>
    internal AsynchronousBracket(
        string version,
        BracketIndex index,
        IEnumerable<Rung> rungs,
        TrialPlaces places)
    {
        _version = version;
        _index = index;
        _places = places;
        _rungs = [.. rungs];
    }

    internal int Top => _rungs.Length - 1;

    internal long BottomLevel => _rungs[0].Level;

    internal void Observe(in TrialChange change)
    {
        int entered = _places.Entered(change.Trial);
        if (entered == 0)
            _early.Observe(change);
        switch (change.Kind)
        {
            case TrialChangeKind.Measured:
                Enter(change, entered);
                break;
            case TrialChangeKind.Failed when entered <= Top:
                _rungs[entered].AddFailure(change);
                break;
            case TrialChangeKind.Cancelled:
                Forget(change.Trial, entered);
                break;
            default:
                if (entered > 0)
                    Move(change, _rungs[entered - 1]);
                break;
        }
    }

    internal SchedulerDecision Decide(in TrialChange measured)
    {
        int rung = Math.Max(_places.Entered(measured.Trial) - 1, 0);
        return measured.Resource.Units >= _rungs[Top].Level
            ? SchedulerDecision.Complete(Reason(Top, measured.Value))
            : SchedulerDecision.Pause(Reason(rung, measured.Value));
    }

    /// <summary>
    /// Lets a trial go on that was suspended below the bottom rung, or gives null.
    /// </summary>
    internal NextAction.Promote? Resume() => _early.First is { } trial
        ? new NextAction.Promote(trial, new Resource(BottomLevel), new DecisionReason(_version))
        : null;

    /// <summary>The best promotion from the highest rung that has one, or null.</summary>
    internal NextAction.Promote? Promote() => PromoteUpTo(Top);

    /// <summary>The best promotion to a rung or one below it, from the highest, or null.</summary>
    internal NextAction.Promote? PromoteUpTo(int top)
    {
        for (int rung = top - 1; rung >= 0; rung--)
        {
            if (Promote(rung) is { } promote)
                return promote;
        }

        return null;
    }

    /// <summary>The best promotion from a rung, or null.</summary>
    internal NextAction.Promote? Promote(int rung)
    {
        Rung from = _rungs[rung];
        int position = from.BestPromotable;
        return position < 0
            ? null
            : new NextAction.Promote(
                from.TrialAt(position),
                new Resource(_rungs[rung + 1].Level),
                Reason(rung, from.ValueAt(position)));
    }

    internal IReadOnlyList<RungEntry> Explain(int rung) =>
        rung >= 0 && rung <= Top ? _rungs[rung].Ranking() : [];

    internal IEnumerable<RungSummary> Rungs() =>
        _rungs.Select((rung, index) => rung.Summary(_index, index));

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        _early.Save(writer);
        writer.WriteStartArray("rungs");
        foreach (Rung rung in _rungs)
            rung.Save(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    internal void Load(JsonElement state)
    {
        _early.Load(state);
        JsonElement rungs = state.GetProperty("rungs");
        SavedState.Demand(rungs.GetArrayLength() == _rungs.Length, "it has other rungs");
        for (int i = 0; i < _rungs.Length; i++)
            _rungs[i].Load(rungs[i], _places, i);
    }

    private void Enter(in TrialChange measured, int entered)
    {
        int before = entered;
        int position = 0;
        while (entered <= Top && _rungs[entered].Level <= measured.Resource.Units)
        {
            if (entered > before)
                _rungs[entered - 1].SetPromoted(position, true);
            position = _rungs[entered++].Add(measured);
        }

        if (entered > before)
            _places.Set(measured.Trial, entered, position);
    }

    private void Move(in TrialChange change, Rung rung)
    {
        int position = _places.Position(change.Trial);
        switch (change.Kind)
        {
            case TrialChangeKind.Paused:
                rung.SetPromoted(position, false);
                rung.SetWaiting(position, true);
                break;
            case TrialChangeKind.Promoted:
                rung.SetPromoted(position, true);
                rung.SetWaiting(position, false);
                break;
            case TrialChangeKind.Stopped or TrialChangeKind.Completed:
                rung.SetWaiting(position, false);
                break;
        }
    }

    private void Forget(TrialNumber trial, int entered)
    {
        for (int rung = 0; rung < entered; rung++)
            _rungs[rung].Remove(_rungs[rung].PositionOf(trial));
        _places.Set(trial, 0, 0);
    }

    private DecisionReason Reason(int rung, double value)
    {
        Rung at = _rungs[rung];
        int last = at.LastKept;
        return new DecisionReason(
            _version,
            rung,
            at.Count,
            at.Kept,
            value,
            last >= 0 ? at.ValueAt(last) : null,
            last >= 0 ? at.TrialAt(last) : null);
    }
}
