using ActorTune.Studies.Events;

namespace ActorTune.Studies.Gates;

/// <content>Which of the things that are held is let in next.</content>
internal sealed partial class StrictGate
{
    private void Advance(DateTimeOffset at)
    {
        while (Step(at))
        {
            // Every step may make the next one due.
        }

        Settle(at);
    }

    private bool Step(DateTimeOffset at)
    {
        if (State.Phase is StudyPhase.Empty or StudyPhase.Finished || Engine.IsAwaitingSuggestion)
            return false;
        LetRepeatsIn(at);
        Turn? first = FirstTurn();
        bool isTimeOver = first is null || first.Value.Time > State.LogicalTime;
        if (State.OpenOffers.Count > 0 && !State.IsAsking && isTimeOver)
        {
            Engine.Record(new LogicalTimeReached(State.LogicalTime), at);
            return true;
        }

        if (first is not { IsKnown: true } next)
            return false;
        LetIn(State.Trial(next.Trial), at);
        return true;
    }

    private Turn? FirstTurn()
    {
        Turn? first = null;
        foreach (TrialNumber number in State.Running)
        {
            Turn turn = TurnOf(State.Trial(number));
            if (first is null || turn.CompareTo(first.Value) < 0)
                first = turn;
        }

        return first;
    }

    // A report or an end comes at least a unit after the last one.
    private Turn TurnOf(TrialState trial)
    {
        long earliest = trial.Segment.Time + 1;
        HeldReports? held = Held(trial);
        if (held is null or { IsEmpty: true })
            return new Turn(earliest, trial.Number, false);
        if (held.Count == 0 || FactOf(held.First) is AttemptEnded)
            return new Turn(earliest, trial.Number, true);
        long units = held.First.Report.Resource.Units - trial.Segment.Reached.Units;
        return new Turn(trial.Segment.Time + Math.Max(1, units), trial.Number, true);
    }

    private HeldReports? Held(TrialState trial) =>
        _held.TryGetValue(trial.Number, out HeldReports? held) && held.Attempt == trial.Attempt
            ? held
            : null;

    private StudyFact? FactOf(in HeldReport held) =>
        (StudyIntake.Accept(State, held.Report) as Acceptance.Taken)?.Fact;

    // What an attempt measures again after a disturbance has no turn: it was let in before.
    private void LetRepeatsIn(DateTimeOffset at)
    {
        foreach ((TrialNumber number, HeldReports held) in _held)
        {
            TrialState trial = State.Trial(number);
            if (Held(trial) is null || trial.Status != TrialStatus.Running)
                continue;
            while (held.Count > 0 && IsRepeat(trial, held.First))
                Take(held, at);
        }
    }

    private bool IsRepeat(TrialState trial, in HeldReport held) =>
        held.Report.Resource <= trial.Segment.Reached && FactOf(held) is MeasurementRepeated;

    private void LetIn(TrialState trial, DateTimeOffset at)
    {
        HeldReports held = _held[trial.Number];
        bool isLast = held.IsComplete(trial) && held.Count + (held.End is null ? 0 : 1) == 1;
        if (isLast)
            NoteWaiting(held, at);
        if (held.Count > 0)
        {
            Take(held, at);
        }
        else
        {
            _held.Remove(trial.Number);
            Save(held.Attempt, held.EndCheckpoint, at);
            Engine.Handle(held.End!, at);
        }

        if (trial.Status != TrialStatus.Running)
            _held.Remove(trial.Number);
    }

    private void Take(HeldReports held, DateTimeOffset at)
    {
        HeldReport taken = held.Take();
        Save(held.Attempt, taken.Checkpoint, at);
        Engine.Handle(taken.Report, at);
    }

    private void NoteWaiting(HeldReports held, DateTimeOffset at)
    {
        TimeSpan waited = at - held.Since;
        if (Find(held.Attempt) is not null && waited > TimeSpan.Zero)
            Engine.Record(new AttemptWaited(held.Attempt, waited), at);
    }
}
