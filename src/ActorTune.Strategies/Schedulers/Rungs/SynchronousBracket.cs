namespace ActorTune.Strategies.Schedulers.Rungs;

/// <summary>
/// One bracket of synchronous successive halving. The sizes of its rungs are fixed, and who goes
/// on is whom full rungs would send on; yet a trial goes on as soon as that is certain.
/// </summary>
/// <remarks>
/// Of n members of which k go on, a completed one is certain once n - k completed ones are worse.
/// With c completed these are the best c - (n - k), and none of them ever leaves that set. A
/// failure is a completed worst entry; one that takes a place in the next rung fails there too, so
/// every bracket comes to its end. The same holds for a trial that a person cancelled, but for one
/// that had not entered the bottom rung: its place is given away again. A trial whose program
/// returned before it got to the rung where it was sent is done: it enters that rung and all
/// further ones with its last value.
/// </remarks>
internal sealed class SynchronousBracket
{
    private const int MostReserved = 256;

    private readonly string _version;
    private readonly BracketIndex _index;
    private readonly TrialPlaces _places;
    private readonly PausedTrials _early = new();
    private readonly int[] _sizes;
    private readonly Rung[] _rungs;
    private int _startedCount;
    private int _promotable = -1;
    private bool _hasPassed;

    /// <summary>Creates an empty bracket.</summary>
    /// <param name="version">The rule's name and version, for reasons.</param>
    /// <param name="index">Which bracket it is.</param>
    /// <param name="objective">Orders the values.</param>
    /// <param name="plan">The levels and sizes of its rungs.</param>
    /// <param name="places">Where trials stand, shared by the brackets of a scheduler.</param>
    internal SynchronousBracket(
        string version,
        BracketIndex index,
        Objective objective,
        BracketPlan plan,
        TrialPlaces places)
    {
        _version = version;
        _index = index;
        _places = places;
        _sizes = plan.Sizes;
        _rungs = [.. plan.Levels.Select((level, rung) => new Rung(
            objective,
            level,
            KeptShare.Certain(plan.Sizes[rung], rung < plan.Top ? plan.Sizes[rung + 1] : 0),
            Math.Min(plan.Sizes[rung], MostReserved)))];
    }

    /// <summary>Whether every place of the bottom rung is given to a trial.</summary>
    internal bool IsFull => _startedCount >= _sizes[0];

    /// <summary>Whether the top rung is complete: nothing will be promoted any more.</summary>
    internal bool IsRetired => _rungs[Top].Count >= _sizes[Top];

    internal long BottomLevel => _rungs[0].Level;

    private int Top => _rungs.Length - 1;

    internal void Observe(in TrialChange change)
    {
        int entered = _places.Entered(change.Trial);
        if (entered == 0)
            _early.Observe(change);
        switch (change.Kind)
        {
            case TrialChangeKind.Started:
                _startedCount++;
                break;
            case TrialChangeKind.Measured:
                Enter(change, entered);
                break;
            case TrialChangeKind.Failed when entered <= Top:
                Lose(entered, change.Trial);
                break;
            case TrialChangeKind.Completed when entered <= Top:
                Finish(change, entered);
                break;
            case TrialChangeKind.Cancelled:
                Cancel(change.Trial, entered);
                break;
            default:
                if (entered > 0)
                    Move(change, _rungs[entered - 1]);
                break;
        }

        if (_hasPassed)
            Pass();
        if (change.Kind != TrialChangeKind.Started)
            _promotable = HighestPromotable();
    }

    internal SchedulerDecision Decide(in TrialChange measured)
    {
        int rung = Math.Max(_places.Entered(measured.Trial) - 1, 0);
        return measured.Resource.Units >= _rungs[Top].Level
            ? SchedulerDecision.Complete(Reason(rung, measured.Value))
            : SchedulerDecision.Pause(Reason(rung, measured.Value));
    }

    /// <summary>The trial that goes on next: from the highest rung that has one; or null.</summary>
    internal NextAction.Promote? Promote()
    {
        if (_promotable >= 0)
        {
            Rung from = _rungs[_promotable];
            int position = from.BestPromotable;
            return new NextAction.Promote(
                from.TrialAt(position),
                new Resource(_rungs[_promotable + 1].Level),
                Reason(_promotable, from.ValueAt(position)));
        }

        return _early.First is { } trial
            ? new NextAction.Promote(trial, new Resource(BottomLevel), new DecisionReason(_version))
            : null;
    }

    internal IReadOnlyList<RungEntry> Explain(int rung) =>
        rung >= 0 && rung <= Top ? _rungs[rung].Ranking() : [];

    internal IEnumerable<RungSummary> Rungs() =>
        _rungs.Select((rung, index) => rung.Summary(_index, index, _sizes[index]));

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("started", _startedCount);
        _early.Save(writer);
        writer.WriteStartArray("rungs");
        foreach (Rung rung in _rungs)
            rung.Save(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    internal void Load(JsonElement state)
    {
        _startedCount = state.GetProperty("started").GetInt32();
        _early.Load(state);
        JsonElement rungs = state.GetProperty("rungs");
        SavedState.Demand(rungs.GetArrayLength() == _rungs.Length, "it has other rungs");
        for (int i = 0; i < _rungs.Length; i++)
            _rungs[i].Load(rungs[i], _places, i);
        _hasPassed = true;
        _promotable = HighestPromotable();
    }

    // Kept from one event to the next: many brackets are asked for every free slot.
    private int HighestPromotable()
    {
        int rung = Top - 1;
        while (rung >= 0 && _rungs[rung].BestPromotable < 0)
            rung--;
        return rung;
    }

    private void Enter(in TrialChange measured, int entered)
    {
        int reached = _places.Reached(measured.Trial);
        while (reached <= Top && _rungs[reached].Level <= measured.Resource.Units)
            reached++;
        _places.SetReached(measured.Trial, reached);
        _hasPassed |= reached > entered + 1;
        bool mayEnter = entered < reached
            && (entered == 0 || _rungs[entered - 1].IsPromoted(_places.Position(measured.Trial)));
        if (mayEnter)
            _places.Set(
                measured.Trial,
                entered + 1,
                _rungs[entered].Add(measured.Trial, measured.Value));
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

    // A completed trial runs no more: through the rungs that it has not entered it goes with the
    // value that it has, be it that its last report passed them or that its program returned.
    private void Finish(in TrialChange completed, int entered)
    {
        TrialNumber trial = completed.Trial;
        _places.SetReached(trial, _rungs.Length);
        _hasPassed = true;
        bool hasPlaceAbove = entered == 0
            || _rungs[entered - 1].IsPromoted(_places.Position(trial));
        if (hasPlaceAbove)
            _places.Set(trial, ++entered, _rungs[entered - 1].Add(trial, completed.Value));
        _rungs[entered - 1].SetWaiting(_places.Position(trial), entered <= Top);
    }

    // Members that go on and have passed the next rung already enter it with the value they have.
    private void Pass()
    {
        for (int rung = 0; rung < Top; rung++)
        {
            for (int position = Passing(rung); position >= 0; position = Passing(rung))
            {
                TrialNumber trial = _rungs[rung].TrialAt(position);
                _rungs[rung].SetWaiting(position, false);
                _rungs[rung].SetPromoted(position, true);
                int above = _rungs[rung + 1].Add(trial, _rungs[rung].ValueAt(position));
                _rungs[rung + 1].SetWaiting(above, rung + 1 < Top);
                _places.Set(trial, rung + 2, above);
            }
        }
    }

    private int Passing(int rung)
    {
        int position = _rungs[rung].BestPromotable;
        return position >= 0 && _places.Reached(_rungs[rung].TrialAt(position)) > rung + 1
            ? position
            : -1;
    }

    private void Lose(int rung, TrialNumber trial)
    {
        _rungs[rung].AddFailure(trial);
        if (rung < Top && _rungs[rung].FailedCount > _sizes[rung] - _sizes[rung + 1])
            Lose(rung + 1, trial);
    }

    private void Cancel(TrialNumber trial, int entered)
    {
        if (entered == 0)
        {
            _startedCount--;
            return;
        }

        Rung rung = _rungs[entered - 1];
        int position = _places.Position(trial);
        if (rung.IsPromoted(position) && entered <= Top)
        {
            Lose(entered, trial);
        }
        else if (entered <= Top)
        {
            rung.Remove(position);
            Lose(entered - 1, trial);
        }
    }

    private DecisionReason Reason(int rung, double value)
    {
        Rung at = _rungs[rung];
        RankedEntry? last = at.Split.LastKept;
        return new DecisionReason(
            _version,
            rung,
            at.Count,
            at.Kept,
            value,
            last is { } kept ? at.ValueAt(kept.Position) : null,
            last is { } entry ? new TrialNumber(entry.Trial) : null);
    }
}
