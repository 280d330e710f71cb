using ActorTune.Studies.Commands;
using ActorTune.Studies.Effects;

namespace ActorTune.Studies.Gates;

/// <content>Workers, slots and attempts that go away.</content>
internal sealed partial class StrictGate
{
    /// <inheritdoc/>
    public override void LoseWorker(WorkerId worker, DateTimeOffset at)
    {
        PlacedAttempt[] lost = [.. Placed.Where(placed => placed.Worker == worker)];
        _slots.RemoveWorker(worker);
        foreach (PlacedAttempt placed in lost)
            End(
                new EndAttempt(placed.Attempt, AttemptEnd.LostWorker, $"{worker} is gone"),
                null,
                null,
                at);
    }

    // Who waits would keep the slots from those who want them back, perhaps for ever.
    private Acceptance Withdraw(OfferId offer, DateTimeOffset at)
    {
        if (!_slots.Withdraw(offer))
            return Acceptance.Late;
        MachinePlace? place = _places.Values.FirstOrDefault(place => place.Offer.Offer == offer);
        if (place is not null && WaitsUntil(place) is not null)
            Yield(place, at);
        if (_repeat?.Place.Offer.Offer == offer)
            DropRepeat();
        return Acceptance.Held;
    }

    // A matter of machines: in logical time the trial runs on, and somewhere it begins again.
    private Acceptance Disturb(
        TrialState trial,
        MachinePlace place,
        EndAttempt end,
        Resource? checkpoint,
        DateTimeOffset at)
    {
        Save(end.Attempt, checkpoint, at);
        Acceptance acceptance = Engine.Handle(end, at);
        _held.Remove(trial.Number);
        Tell(place, AttemptInstruction.Stop, trial.LastReport);
        Leave(place);
        Settle(at);
        return acceptance;
    }

    private Acceptance Lose(LoseAttempt lose, DateTimeOffset at)
    {
        if (_repeat?.Place.Attempt == lose.Attempt)
        {
            _slots.Remove(_repeat.Place.Offer.Offer);
            _repeat = null;
            return Acceptance.Held;
        }

        if (Find(lose.Attempt) is not { } place)
            return Acceptance.Late;
        Acceptance acceptance = Engine.Handle(lose, at);
        _held.Remove(lose.Attempt.Trial);
        _places.Remove(lose.Attempt.Trial);
        _slots.Remove(place.Offer.Offer);
        Settle(at);
        return acceptance;
    }

    private void Save(AttemptId attempt, Resource? checkpoint, DateTimeOffset at)
    {
        if (checkpoint is { } resource)
            Engine.Handle(new SaveCheckpoint(new Checkpoint(attempt, resource)), at);
    }
}
