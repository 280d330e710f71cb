using ActorTune.Strategies;
using ActorTune.Studies.Events;

namespace ActorTune.Studies;

/// <content>How facts change the state.</content>
public sealed partial class StudyState
{
    private void ApplyFact(StudyFact fact)
    {
        switch (fact)
        {
            case MeasurementReported reported:
                Apply(reported);
                break;
            case MeasurementRepeated repeated:
                Apply(repeated);
                break;
            case AttemptStarted started:
                Apply(started);
                break;
            case MessageRejected:
                break;
            case CheckpointSaved saved:
                Trial(saved.Checkpoint.Attempt.Trial).AddCheckpoint(saved.Checkpoint);
                break;
            case AttemptEnded ended:
                EndAttempt(Trial(ended.Attempt.Trial), ended.End, ended.Message);
                break;
            case AttemptLost lost:
                Apply(lost);
                break;
            case PlacementOffered offered:
                Apply(offered);
                break;
            case PlacementWithdrawn withdrawn:
                Apply(withdrawn);
                break;
            default:
                ApplyLifecycle(fact);
                break;
        }
    }

    private void ApplyLifecycle(StudyFact fact)
    {
        switch (fact)
        {
            case StudyCreated created:
                Apply(created);
                break;
            case CoordinatorStarted started:
                Apply(started);
                break;
            case WallTimeReached:
                IsWallTimeReached = true;
                break;
            case StudyCancelRequested cancel:
                CancelMode = cancel.Mode;
                break;
            case TrialCancelRequested cancel:
                Apply(cancel);
                break;
            case TrialEnqueued enqueued:
                _enqueued.Enqueue(enqueued.Configuration);
                break;
            case TrialImported imported:
                Apply(imported);
                break;
            case StopConditionsChanged changed:
                Apply(changed);
                break;
            case StudyForked forked:
                Apply(forked);
                break;
            case SchedulerSwitchRequested requested:
                Apply(requested);
                break;
            default:
                ApplyStrict(fact);
                break;
        }
    }

    private void Apply(StudyCreated created)
    {
        if (Phase != StudyPhase.Empty)
            throw new InvalidOperationException("the study was created before");
        _specification = created.Specification;
        _scheduler = _catalog.CreateScheduler(created.Specification);
        UseStopRule();
        Phase = StudyPhase.Running;
        foreach (Configuration configuration in created.Specification.Enqueue)
            _enqueued.Enqueue(configuration);
    }

    private void Apply(CoordinatorStarted started)
    {
        if (started.Epoch <= Epoch)
            throw new InvalidOperationException($"epoch {started.Epoch} does not follow {Epoch}");
        Epoch = started.Epoch;
        if (IsStrict)
        {
            OpenStrict();
            return;
        }

        foreach (OfferId offer in _openOffers)
            _offers.Remove(offer);
        _openOffers.Clear();
    }

    private void Apply(PlacementOffered offered)
    {
        if (!_offers.TryAdd(
            offered.Offer, new OfferState(offered.Offer, offered.Worker, offered.Slots)))
            throw new InvalidOperationException($"offer {offered.Offer} exists");
        LastOffer = offered.Offer.Value > LastOffer.Value ? offered.Offer : LastOffer;
        _openOffers.Add(offered.Offer);
    }

    private void Apply(PlacementWithdrawn withdrawn)
    {
        if (!_offers.TryGetValue(withdrawn.Offer, out OfferState? offer))
            throw new InvalidOperationException($"there is no offer {withdrawn.Offer}");
        offer.IsWithdrawn = true;
        if (_openOffers.Remove(withdrawn.Offer))
            _offers.Remove(withdrawn.Offer);
    }

    private void Apply(MeasurementReported reported)
    {
        TrialState trial = Current(reported.Attempt);
        if (trial.Count > 0 && reported.Resource <= trial.Resource)
            throw new InvalidOperationException($"resource {reported.Resource} was passed before");
        double value = reported.Metrics.Find(Objective.Metric)
            ?? throw new InvalidOperationException($"the report lacks '{Objective.Metric}'");
        Spend(trial, reported.Report, reported.Resource, false);
        bool isDecisionPoint = trial.Until is { } until && reported.Resource >= until;
        trial.Measure(Objective, reported.Resource, value);
        trial.Judge(Specification, reported.Metrics);
        if (trial.OwnCheckpoint is not null)
            ReleaseInherited(trial);
        MeasurementCount++;
        if (trial.IsFeasible)
            _stagnation.Measure(
                Objective, trial, Specification.Stop.NoImprovement?.MinDelta ?? 0);
        IsTargetReached |= Specification.Stop.Target is { } target
            && trial.IsFeasible
            && Objective.Compare(trial.ReducedValue, target) <= 0;
        TrialChange change = Change(TrialChangeKind.Measured, trial) with
        {
            IsDecisionPoint = isDecisionPoint,
            Unreduced = Objective.Reduce.Kind == ReductionKind.Last ? null : value,
        };
        Observe(change);
        Measured = change;
    }

    private void Apply(MeasurementRepeated repeated)
    {
        TrialState trial = Trial(repeated.Attempt.Trial);
        Spend(trial, repeated.Report, repeated.Resource, true);
        if (IsStrict)
            Premise.Compare(trial.Number, 1, repeated.Resource, repeated.Difference);
    }

    private void Apply(AttemptStarted started)
    {
        TrialState trial = Trial(started.Attempt.Trial);
        bool isFirst = trial.Status == TrialStatus.Running && trial.LastReport == 0;
        if (isFirst && trial.Attempt == started.Attempt)
            trial.StartClock(Now);
    }

    private void Apply(AttemptLost lost)
    {
        TrialState trial = Current(lost.Attempt);
        if (IsStrict)
        {
            Displace(trial);
            return;
        }

        RemoveOffer(trial);
        Wait(trial);
    }

    private void Apply(TrialCancelRequested cancel)
    {
        TrialState trial = Trial(cancel.Trial);
        trial.IsCancelRequested = true;
        if (!trial.Status.IsFinal())
            _cancelling.Add(trial.Number);
    }

    private void Apply(TrialImported imported)
    {
        if (Specification.Objectives.Count > 1)
            throw new InvalidOperationException("only a study with one objective imports trials");
        if (imported.Quantile is not (> 0 and < 1))
            throw new InvalidOperationException($"{imported.Quantile} is no quantile");
        if (Specification.SearchSpace.Check(imported.Configuration).Count > 0)
            throw new InvalidOperationException("an imported trial does not fit the search space");
        var change = new TrialChange(
            TrialChangeKind.Imported,
            imported.SourceTrial,
            default,
            imported.Resource,
            imported.Quantile,
            false,
            imported.Configuration);
        _imported.Add(change);
        Changed?.Invoke(change);
    }

    private void Apply(StopConditionsChanged changed)
    {
        _specification = Specification with { Stop = changed.Stop };
        GoOn();
        Reopen();
    }

    private void GoOn()
    {
        UseStopRule();
        IsWallTimeReached = false;
        IsTargetReached = false;
        CancelMode = null;
        IsClosing = false;
        FailuresInRow = 0;
        _stagnation.Forgive();
        ForgivenCount = FailedCount;
        FinalBest = null;
        EndGrounds = null;
        AskAgain();
        Phase = StudyPhase.Running;
    }

    private void Reopen()
    {
        foreach (TrialState trial in PauseStopped())
            Tell(TrialChangeKind.Paused, trial);
    }

    private List<TrialState> PauseStopped()
    {
        List<TrialState> reopened = [.. _trials.Where(trial =>
            trial.Status == TrialStatus.Stopped && trial.Reason == StudyDecider.StudyEnded)];
        foreach (TrialState trial in reopened)
        {
            trial.Status = TrialStatus.Paused;
            EndedCount--;
            _paused.Add(trial.Number);
        }

        return reopened;
    }

    private void UseStopRule() => Regret.Use(
        _catalog.CreateStopRule(Specification), Specification.Stop.RegretBound?.MinTrials ?? 0);

    private TrialState Current(AttemptId attempt)
    {
        TrialState trial = Trial(attempt.Trial);
        return trial.Attempt == attempt && trial.Status == TrialStatus.Running
            ? trial
            : throw new InvalidOperationException($"attempt {attempt} is not running");
    }

    private void Spend(TrialState trial, long report, Resource resource, bool isRepeated)
    {
        long spent = IsStrict
            ? SpendInSegment(trial, resource, isRepeated)
            : Math.Max(0, resource.Units - trial.AttemptResource.Units);
        SpentResource += spent;
        if (isRepeated)
            RepeatedResource += spent;
        trial.AttemptResource = resource;
        trial.LastReport = report;
        if (!IsStrict || trial.IsPlaced)
            trial.AdvanceClock(Now);
    }

    private void EndAttempt(TrialState trial, AttemptEnd end, string message)
    {
        if (!IsStrict)
            trial.AdvanceClock(Now);
        else
            Displace(trial);
        trial.Setbacks.Note(end, message);
        if (IsStrict && !end.IsLogical())
        {
            trial.Setbacks.Count(
                end == AttemptEnd.OutsideSignal ? AttemptEnd.LostWorker : end);
            return;
        }

        if (IsStrict)
            ReachTime(trial.Segment.Time + 1);
        AttemptJustEnded = trial.Number;
        if (end == AttemptEnd.LostWorker)
            RemoveOffer(trial);
        else
            Release(trial);
        Wait(trial);
        trial.Setbacks.Count(end);
    }

    private void Wait(TrialState trial)
    {
        _running.Remove(trial.Number);
        trial.Status = TrialStatus.Waiting;
        _waiting.Add(trial.Number);
    }
}
