using ActorTune.Studies.Commands;
using ActorTune.Studies.Effects;

namespace ActorTune.Studies.Gates;

/// <summary>Everything is taken in as it comes, and the slots are the study's own.</summary>
internal sealed class RecordedGate(StudyEngine engine) : StudyGate(engine)
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<OfferId, OfferState> Offers => State.Offers;

    /// <inheritdoc/>
    public override OfferId NextOffer => new(State.LastOffer.Value + 1);

    /// <inheritdoc/>
    public override IReadOnlyList<PlacedAttempt> Placed =>
    [
        .. State.Running.Select(State.Trial).Select(trial =>
            new PlacedAttempt(trial.Attempt, trial.Offer, trial.Worker)),
    ];

    /// <inheritdoc/>
    public override void Open(DateTimeOffset at)
    {
        // Nothing is decided before placement offers slots.
    }

    /// <inheritdoc/>
    public override Acceptance Handle(StudyCommand command, DateTimeOffset at) =>
        Engine.Handle(command, at);

    /// <inheritdoc/>
    public override Acceptance Report(
        ReportMeasurement report, Resource? checkpoint, DateTimeOffset at)
    {
        if (StudyIntake.IsNext(State, report.Attempt, report.Report))
            Save(report.Attempt, checkpoint, at);
        return Engine.Handle(report, at);
    }

    /// <inheritdoc/>
    public override Acceptance End(
        EndAttempt end, Resource? checkpoint, long? reports, DateTimeOffset at)
    {
        Save(end.Attempt, checkpoint, at);
        return Engine.Handle(end, at);
    }

    /// <inheritdoc/>
    public override void LoseWorker(WorkerId worker, DateTimeOffset at)
    {
        foreach (PlacedAttempt placed in Placed)
        {
            if (placed.Worker == worker)
                Engine.Handle(
                    new EndAttempt(placed.Attempt, AttemptEnd.LostWorker, $"{worker} is gone"), at);
        }

        foreach (OfferState offer in Offers.Values.ToArray())
        {
            if (offer.Worker == worker)
                Engine.Handle(new WithdrawPlacement(offer.Offer), at);
        }
    }

    /// <inheritdoc/>
    public override InstructAttempt? Standing(AttemptId attempt) => Engine.Standing(attempt);

    /// <inheritdoc/>
    public override void DecideAll(DateTimeOffset at) => Engine.DecideAll(at);

    /// <inheritdoc/>
    public override StudyBatch TakeBatch() => Engine.TakeBatch();

    private void Save(AttemptId attempt, Resource? checkpoint, DateTimeOffset at)
    {
        if (checkpoint is { } resource)
            Engine.Handle(new SaveCheckpoint(new Checkpoint(attempt, resource)), at);
    }
}
