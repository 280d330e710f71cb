using ActorTune.Studies.Effects;
using ActorTune.Studies.Events;

namespace ActorTune.Studies.Gates;

/// <content>Which attempts have slots of machines, and what they are told.</content>
internal sealed partial class StrictGate
{
    private void Settle(DateTimeOffset at)
    {
        foreach (MachinePlace place in _places.Values.ToArray())
        {
            if (RunningTrial(place.Attempt) is null && !MayGoOn(place))
                Dismiss(place);
            else if (place.Offer.IsWithdrawn && WaitsUntil(place) is not null)
                Yield(place, at);
        }

        if (State.Phase is StudyPhase.Running or StudyPhase.Ending)
            Place(at);
        if (State.Phase == StudyPhase.Finished)
            DropRepeat();
        foreach (MachinePlace place in _places.Values)
            TellOn(place);
        BeginRepeat(at);
    }

    // A trial that was just paused may be promoted when open slots ask at the same logical time:
    // until then its program waits, so that it need not be begun again.
    private bool MayGoOn(MachinePlace place)
    {
        TrialState trial = State.Trial(place.Attempt.Trial);
        bool asksLater = !State.IsAsking || Engine.IsAwaitingSuggestion;
        return trial.Status == TrialStatus.Paused && trial.Attempt == place.Attempt
            && asksLater && State.KeepsAttempt(trial);
    }

    private void Dismiss(MachinePlace place)
    {
        InstructAttempt standing = Engine.Standing(place.Attempt);
        bool isCurrent = State.Trial(place.Attempt.Trial).Attempt == place.Attempt;
        _effects.Add(standing with
        {
            Worker = place.Worker,
            Report = isCurrent ? State.Trial(place.Attempt.Trial).LastReport : long.MaxValue,
        });
        _held.Remove(place.Attempt.Trial);
        Leave(place);
    }

    private void Leave(MachinePlace place)
    {
        _places.Remove(place.Attempt.Trial);
        _slots.Free(place.Offer.Offer);
    }

    private void Place(DateTimeOffset at)
    {
        foreach (TrialState trial in Unplaced())
        {
            if (State.HeldReason is not null)
                return;
            if (Disturbances.Describe(trial, State.Specification.Failures) is { } problem)
                Engine.Record(new StudyHeld(trial.Number, problem), at);
            else if (FindSlots(trial, at) is { } offer)
                Begin(trial, offer, at);
        }
    }

    // Trials that have something to do, in the order in which they began in logical time.
    private List<TrialState> Unplaced() =>
    [
        .. State.Running
            .Select(State.Trial)
            .Where(trial => !_places.ContainsKey(trial.Number)
                && Held(trial)?.IsComplete(trial) != true)
            .OrderBy(trial => trial.Segment.Start)
            .ThenBy(trial => trial.Number),
    ];

    private OfferState? FindSlots(TrialState trial, DateTimeOffset at)
    {
        WorkerId? avoided = trial.LastEnd is { } end && !end.IsLogical() ? trial.Worker : null;
        if (_slots.Take(trial.Number, avoided) is { } offer)
            return offer;
        if (_repeat is { } repeat && !repeat.Place.Offer.IsWithdrawn)
            DropRepeat();
        else
            Displace(trial, at);
        return _slots.Take(trial.Number, avoided);
    }

    // Who only waits for an earlier trial makes room for it. The last to have its turn goes first.
    private void Displace(TrialState earlier, DateTimeOffset at)
    {
        var need = new Turn(earlier.Segment.Time + 1, earlier.Number, false);
        MachinePlace? last = null;
        Turn lastTurn = need;
        foreach (MachinePlace place in _places.Values)
        {
            if (place.Offer.IsWithdrawn || WaitsUntil(place) is not { } turn
                || turn.CompareTo(lastTurn) <= 0)
                continue;
            last = place;
            lastTurn = turn;
        }

        if (last is not null)
            Yield(last, at);
    }

    private Turn? WaitsUntil(MachinePlace place)
    {
        TrialState trial = State.Trial(place.Attempt.Trial);
        if (RunningTrial(place.Attempt) is null)
            return new Turn(long.MaxValue, trial.Number, true);
        return Held(trial) is { } held && held.IsComplete(trial)
            ? new Turn(trial.Segment.Time + held.UnitsAfter(trial), trial.Number, true)
            : null;
    }

    private void Yield(MachinePlace place, DateTimeOffset at)
    {
        TrialState trial = State.Trial(place.Attempt.Trial);
        if (RunningTrial(place.Attempt) is not null)
        {
            NoteWaiting(HeldBy(trial), at);
            Engine.Record(new AttemptYielded(place.Attempt), at);
        }

        Tell(place, AttemptInstruction.Pause, trial.LastReport);
        Leave(place);
    }

    private void Begin(TrialState trial, OfferState offer, DateTimeOffset at)
    {
        bool isUsed = trial.Segment.PlacedNumber >= trial.Attempt.Number;
        var attempt = new AttemptId(
            trial.Number, isUsed ? trial.LastNumber + 1 : trial.Attempt.Number);
        _held.Remove(trial.Number);
        Engine.Record(
            new AttemptPlaced(attempt, offer.Worker, offer.Slots, StartOf(trial)), at);
        _places.Add(trial.Number, new MachinePlace(attempt, offer) { Told = (0, trial.Until) });
        Launch(attempt, offer, trial, trial.From, trial.Until);
    }

    private void Launch(
        AttemptId attempt,
        OfferState offer,
        TrialState trial,
        Checkpoint? from,
        Resource? until) => _effects.Add(new BeginAttempt(
            attempt,
            offer.Worker,
            offer.Offer,
            offer.Slots,
            trial.Configuration,
            State.Specification.TrialSeed(trial.Number),
            from,
            until));

    private Checkpoint? StartOf(TrialState trial) =>
        State.Specification.Program.Resumes || trial.Count == 0 ? trial.Checkpoint : null;

    private void TellOn(MachinePlace place)
    {
        if (RunningTrial(place.Attempt) is not { } trial)
            return;
        var now = (trial.LastReport, trial.Until);
        if (now == place.Told)
            return;
        place.Told = now;
        _effects.Add(new InstructAttempt(
            place.Attempt,
            place.Worker,
            trial.LastReport,
            AttemptInstruction.Continue,
            trial.Until));
    }

    private void Tell(MachinePlace place, AttemptInstruction instruction, long report) =>
        _effects.Add(new InstructAttempt(
            place.Attempt, place.Worker, report, instruction, null));
}
