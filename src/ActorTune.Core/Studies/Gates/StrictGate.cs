using ActorTune.Studies.Commands;
using ActorTune.Studies.Effects;
using ActorTune.Studies.Events;

namespace ActorTune.Studies.Gates;

/// <summary>
/// Lets everything in by the order of logical time. Behind it the engine sees a machine with as
/// many slots as the study has logical ones, on which every unit of resource lasts equally long;
/// before it are the real ones, on which attempts come, go, wait and are begun again.
/// </summary>
internal sealed partial class StrictGate : StudyGate
{
    private static readonly WorkerId Logical = new("logical");

    private readonly MachineSlots _slots = new();
    private readonly SortedDictionary<TrialNumber, MachinePlace> _places = [];
    private readonly SortedDictionary<TrialNumber, HeldReports> _held = [];
    private readonly List<StudyEffect> _effects = [];

    internal StrictGate(StudyEngine engine)
        : base(engine)
    {
        foreach (TrialNumber number in State.Running)
        {
            TrialState trial = State.Trial(number);
            if (!trial.IsPlaced)
                continue;
            OfferState offer = _slots.Add(_slots.Next, trial.Worker, trial.Slots);
            _slots.Use(offer, number);
            _places.Add(number, new MachinePlace(trial.Attempt, offer)
            {
                Told = (trial.LastReport, trial.Until),
            });
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<OfferId, OfferState> Offers => _slots.Offers;

    /// <inheritdoc/>
    public override OfferId NextOffer => _slots.Next;

    /// <inheritdoc/>
    public override IReadOnlyList<PlacedAttempt> Placed =>
    [
        .. _places.Values.Select(Describe),
        .. _repeat is { } repeat ? [Describe(repeat.Place)] : Array.Empty<PlacedAttempt>(),
    ];

    /// <inheritdoc/>
    public override void Open(DateTimeOffset at)
    {
        if (State.Phase == StudyPhase.Finished)
            return;
        for (long slot = State.LastOffer.Value; slot < State.Specification.Strict!.Slots; slot++)
            Engine.Record(
                new PlacementOffered(new OfferId(slot + 1), Logical, [(int)slot]), at);
        Advance(at);
    }

    /// <inheritdoc/>
    public override Acceptance Handle(StudyCommand command, DateTimeOffset at)
    {
        switch (command)
        {
            case OfferPlacement offer:
                _slots.Add(offer.Offer, offer.Worker, offer.Slots);
                Settle(at);
                return Acceptance.Held;
            case WithdrawPlacement withdraw:
                return Withdraw(withdraw.Offer, at);
            case ReportMeasurement report:
                return Report(report, null, at);
            case EndAttempt end:
                return End(end, null, null, at);
            case StartAttempt start:
                return Find(start.Attempt) is null ? Acceptance.Late : Engine.Handle(start, at);
            case LoseAttempt lose:
                return Lose(lose, at);
            default:
                Acceptance acceptance = Engine.Handle(command, at);
                Advance(at);
                return acceptance;
        }
    }

    /// <inheritdoc/>
    public override Acceptance Report(
        ReportMeasurement report, Resource? checkpoint, DateTimeOffset at)
    {
        if (_repeat?.Place.Attempt == report.Attempt)
            return Compare(report, at);
        if (Find(report.Attempt) is null)
            return Acceptance.Late;
        if (RunningTrial(report.Attempt) is not { } trial)
            return Acceptance.Held;
        if (report.Report <= trial.LastReport)
            return Acceptance.Late;
        if (HeldBy(trial).Add(new HeldReport(report, checkpoint), at))
            Advance(at);
        return Acceptance.Held;
    }

    /// <inheritdoc/>
    public override Acceptance End(
        EndAttempt end, Resource? checkpoint, long? reports, DateTimeOffset at)
    {
        if (_repeat?.Place.Attempt == end.Attempt)
            return EndRepeat(end, reports, at);
        if (Find(end.Attempt) is not { } place)
            return Acceptance.Late;
        if (RunningTrial(end.Attempt) is not { } trial)
        {
            Leave(place);
            Settle(at);
            return Acceptance.Late;
        }

        if (!end.End.IsLogical())
            return Disturb(trial, place, end, checkpoint, at);
        HeldReports held = HeldBy(trial);
        if (held.End is not null || (reports is { } count && count != held.LastNumber))
            return Acceptance.Held;
        held.Finish(end, checkpoint, at);
        Advance(at);
        return Acceptance.Held;
    }

    /// <inheritdoc/>
    public override InstructAttempt? Standing(AttemptId attempt)
    {
        if (_repeat is { } repeat && repeat.Place.Attempt == attempt)
            return new InstructAttempt(
                attempt, repeat.Place.Worker, 0, AttemptInstruction.Continue, repeat.Until);
        InstructAttempt standing = Engine.Standing(attempt);
        if (Find(attempt) is not { } place)
            return standing.Instruction == AttemptInstruction.Continue
                ? standing with { Instruction = AttemptInstruction.Pause, Until = null }
                : standing;
        return RunningTrial(attempt) is null ? null : standing with { Worker = place.Worker };
    }

    /// <inheritdoc/>
    public override void DecideAll(DateTimeOffset at)
    {
        Engine.DecideAll(at);
        Advance(at);
    }

    /// <inheritdoc/>
    public override StudyBatch TakeBatch()
    {
        StudyBatch batch = Engine.TakeBatch();
        // What the engine tells attempts is about logical slots.
        StudyEffect[] effects =
        [
            .. _effects,
            .. batch.Effects.Where(effect => effect is DropCheckpoint or AnnounceEnd),
        ];
        _effects.Clear();
        return new StudyBatch(batch.Events, effects);
    }

    private static PlacedAttempt Describe(MachinePlace place) =>
        new(place.Attempt, place.Offer.Offer, place.Worker);

    private MachinePlace? Find(AttemptId attempt) =>
        _places.TryGetValue(attempt.Trial, out MachinePlace? place) && place.Attempt == attempt
            ? place
            : null;

    private TrialState? RunningTrial(AttemptId attempt)
    {
        TrialState trial = State.Trial(attempt.Trial);
        return trial.Status == TrialStatus.Running && trial.Attempt == attempt ? trial : null;
    }

    private HeldReports HeldBy(TrialState trial)
    {
        if (!_held.TryGetValue(trial.Number, out HeldReports? held)
            || held.Attempt != trial.Attempt)
            _held[trial.Number] = held = new HeldReports(trial.Attempt, trial.LastReport);
        return held;
    }
}
