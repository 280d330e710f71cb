using ActorTune.Studies.Commands;
using ActorTune.Studies.Effects;
using ActorTune.Studies.Events;

namespace ActorTune.Studies.Gates;

/// <content>
/// Slots that nobody needs run a sample of segments again, to see whether they measure the same.
/// </content>
internal sealed partial class StrictGate
{
    private const int MostTries = 3;

    private readonly SortedDictionary<TrialNumber, int> _tries = [];
    private SegmentRepeat? _repeat;

    // The samples before this one need no look any more.
    private int _settled;

    private void BeginRepeat(DateTimeOffset at)
    {
        bool isIdle = _repeat is null && _slots.OpenCount > 0 && State.HeldReason is null
            && State.Phase is StudyPhase.Running or StudyPhase.Ending;
        if (!isIdle || NextToRepeat() is not { } trial)
            return;
        OfferState offer = _slots.Take(trial.Number, null)!;
        _tries[trial.Number] = _tries.GetValueOrDefault(trial.Number) + 1;
        var attempt = new AttemptId(trial.Number, trial.LastNumber + 1);
        Engine.Record(new RepeatStarted(attempt, offer.Worker, offer.Slots), at);
        _repeat = new SegmentRepeat(new MachinePlace(attempt, offer), trial);
        Launch(attempt, offer, trial, null, trial.Segment.FirstUntil);
    }

    private TrialState? NextToRepeat()
    {
        int every = State.Specification.Strict!.CheckEvery;
        if (every == 0)
            return null;
        while (_settled < State.Trials.Count && IsSettled(State.Trials[_settled]))
            _settled += every;
        for (int i = _settled; i < State.Trials.Count; i += every)
        {
            if (!IsSettled(State.Trials[i]) && IsRepeatable(State.Trials[i]))
                return State.Trials[i];
        }

        return null;
    }

    // Nothing is to be repeated of it any more.
    private bool IsSettled(TrialState trial) => trial.Segment.IsCompared
        || _tries.GetValueOrDefault(trial.Number) >= MostTries
        || (trial.Status.IsFinal() && !IsRepeatable(trial));

    private static bool IsRepeatable(TrialState trial) =>
        trial is { Parent: null, ReusedFrom: null, Count: > 0 }
        && (trial.Segment.FirstUntil is { } until
            ? trial.Resource >= until
            : trial.Status == TrialStatus.Completed);

    private Acceptance Compare(ReportMeasurement report, DateTimeOffset at)
    {
        SegmentRepeat repeat = _repeat!;
        if (report.Report != repeat.EqualCount + 1)
            return Acceptance.Held;
        repeat.Compare(report.Resource, report.Metrics.Find(State.Objective.Metric));
        if (repeat.IsOver)
            Finish(repeat, at);
        return Acceptance.Held;
    }

    private Acceptance EndRepeat(EndAttempt end, long? reports, DateTimeOffset at)
    {
        SegmentRepeat repeat = _repeat!;
        if (!end.End.IsLogical())
        {
            DropRepeat();
            Settle(at);
        }
        else if (reports is null || reports == repeat.EqualCount)
        {
            repeat.End();
            Finish(repeat, at);
        }

        return Acceptance.Held;
    }

    private void Finish(SegmentRepeat repeat, DateTimeOffset at)
    {
        Engine.Record(
            new RepeatCompared(
                repeat.Place.Attempt, repeat.EqualCount, repeat.Resource, repeat.Difference),
            at);
        DropRepeat();
        Settle(at);
    }

    // Nothing of it is kept: what it reported is acknowledged as whole.
    private void DropRepeat()
    {
        if (_repeat is not { } repeat)
            return;
        _repeat = null;
        Tell(repeat.Place, AttemptInstruction.Stop, long.MaxValue);
        _slots.Free(repeat.Place.Offer.Offer);
    }
}
