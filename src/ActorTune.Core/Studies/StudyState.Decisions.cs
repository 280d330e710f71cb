using ActorTune.Strategies;
using ActorTune.Studies.Events;

namespace ActorTune.Studies;

/// <content>How decisions change the state.</content>
public sealed partial class StudyState
{
    private void ApplyDecision(StudyDecision decision)
    {
        switch (decision)
        {
            case TrialSuggested suggested:
                Apply(suggested);
                break;
            case TrialReused reused:
                Apply(reused);
                break;
            case TrialRetried retried:
                Apply(retried);
                break;
            case TrialPromoted promoted:
                Apply(promoted);
                break;
            case TrialContinued continued:
                Apply(continued);
                break;
            case TrialPaused paused:
                Apply(paused);
                break;
            case TrialStopped stopped:
                Leave(stopped.Trial, TrialStatus.Stopped, stopped.Reason);
                Tell(TrialChangeKind.Stopped, Trial(stopped.Trial));
                break;
            case TrialCompleted completed:
                Leave(completed.Trial, TrialStatus.Completed, completed.Reason);
                FailuresInRow = 0;
                Regret.Complete(Trial(completed.Trial));
                if (Specification.Duplicates == DuplicatePolicy.Reuse)
                    Results.Complete(Trial(completed.Trial));
                Tell(TrialChangeKind.Completed, Trial(completed.Trial));
                break;
            case TrialFailed failed:
                Apply(failed);
                break;
            case TrialCancelled cancelled:
                Leave(cancelled.Trial, TrialStatus.Cancelled, null);
                Tell(TrialChangeKind.Cancelled, Trial(cancelled.Trial));
                break;
            default:
                ApplyStudyDecision(decision);
                break;
        }
    }

    private void ApplyStudyDecision(StudyDecision decision)
    {
        switch (decision)
        {
            case SamplerExhausted exhausted:
                IsSamplerExhausted = true;
                ExhaustionGrounds = exhausted.Grounds;
                break;
            case StudyEnding ending:
                Phase = StudyPhase.Ending;
                EndReason = ending.Reason;
                EndMode = ending.Mode;
                EndGrounds = ending.Grounds;
                break;
            case StudyFinished finished:
                Phase = StudyPhase.Finished;
                EndReason = finished.Reason;
                FinalBest = finished.Best;
                break;
            default:
                ApplySwitch(decision);
                break;
        }
    }

    private void Apply(TrialSuggested suggested)
    {
        if (suggested.Trial.Value != _trials.Count)
            throw new InvalidOperationException($"trial {_trials.Count} was expected");
        if (suggested.Origin == SuggestionOrigin.Enqueued)
            _enqueued.Dequeue();
        var trial =
            new TrialState(suggested.Trial, suggested.Configuration, suggested.Bracket);
        trial.BeginFrom(suggested.Parent, suggested.From);
        if (IsStrict)
            trial.Segment.FirstUntil = suggested.Until;
        if (suggested.From is { } inherited)
            Trial(inherited.Attempt.Trial).HoldCheckpoint(inherited);
        _trials.Add(trial);
        Results.Restart();
        Place(
            trial,
            new AttemptId(trial.Number, 1),
            suggested.Offer,
            suggested.From,
            suggested.Until);
        Observe(new TrialChange(
            TrialChangeKind.Started,
            trial.Number,
            trial.Bracket,
            suggested.Until ?? Resource.Zero,
            0,
            false,
            trial.Configuration)
        {
            Parent = trial.Parent?.Trial,
        });
    }

    private void ReleaseInherited(TrialState trial)
    {
        if (trial.Origin is not { HoldsInherited: true, Inherited: { } inherited } origin)
            return;
        origin.HoldsInherited = false;
        Trial(inherited.Attempt.Trial).ReleaseCheckpoint(inherited);
    }

    private void Apply(TrialRetried retried)
    {
        TrialState trial = Trial(retried.Attempt.Trial);
        if (!_waiting.Remove(trial.Number))
            throw new InvalidOperationException($"trial {trial.Number} does not wait");
        Place(trial, retried.Attempt, retried.Offer, retried.From, retried.Until);
    }

    private void Apply(TrialPromoted promoted)
    {
        TrialState trial = Trial(promoted.Attempt.Trial);
        if (!_paused.Remove(trial.Number))
            throw new InvalidOperationException($"trial {trial.Number} is not paused");
        bool goesOn = promoted.Attempt == trial.Attempt;
        var (report, reached, isPlaced) =
            (trial.LastReport, trial.AttemptResource, trial.IsPlaced);
        Place(trial, promoted.Attempt, promoted.Offer, promoted.From, promoted.Until);
        if (goesOn)
        {
            trial.LastReport = report;
            trial.AttemptResource = reached;
            GoOnInSegment(trial, isPlaced);
        }

        trial.Reason = promoted.Reason;
        if (Phase == StudyPhase.Ending)
        {
            trial.IsFinishing = true;
            FinishingCount++;
        }

        Observe(Change(TrialChangeKind.Promoted, trial) with { Resource = promoted.Until });
    }

    private void Apply(TrialContinued continued)
    {
        TrialState trial = Trial(continued.Trial);
        trial.Until = continued.Until;
        trial.Reason = continued.Reason;
        Observe(Change(TrialChangeKind.Continued, trial) with { Resource = continued.Until });
    }

    private void Apply(TrialPaused paused)
    {
        TrialState trial = Trial(paused.Trial);
        Leave(paused.Trial, TrialStatus.Paused, paused.Reason);
        _paused.Add(paused.Trial);
        if (IsStrict)
            trial.Segment.PausedAt = LogicalTime;
        FailuresInRow = 0;
        Tell(TrialChangeKind.Paused, trial);
    }

    private void Apply(TrialFailed failed)
    {
        Leave(failed.Trial, TrialStatus.Failed, null);
        FailuresInRow++;
        FailedCount++;
        Tell(TrialChangeKind.Failed, Trial(failed.Trial));
    }

    private void Place(
        TrialState trial, AttemptId attempt, OfferId offer, Checkpoint? from, Resource? until)
    {
        if (!_openOffers.Remove(offer))
            throw new InvalidOperationException($"offer {offer} is not open");
        _offers[offer].Trial = trial.Number;
        trial.Offer = offer;
        trial.Attempt = attempt;
        trial.From = from;
        trial.Until = until;
        trial.LastReport = 0;
        trial.AttemptResource = from?.Resource ?? Resource.Zero;
        trial.Status = TrialStatus.Running;
        if (IsStrict)
            BeginSegment(trial, from);
        else
            BeginOnMachine(trial);

        _running.Add(trial.Number);
    }

    private void Leave(TrialNumber number, TrialStatus status, DecisionReason? reason)
    {
        TrialState trial = Trial(number);
        if (trial.Status == TrialStatus.Running)
            Release(trial);
        _running.Remove(number);
        _waiting.Remove(number);
        bool wasPaused = _paused.Remove(number);
        IsClosing |= wasPaused && reason == StudyDecider.StudyEnded;
        if (status.IsFinal())
        {
            _cancelling.Remove(number);
            EndedCount++;
        }

        if (!trial.HasLeft && status != TrialStatus.Cancelled)
        {
            trial.HasLeft = true;
            _stagnation.Finish(number);
        }

        // What the study's end stopped may be let go on from its checkpoint later.
        if (status.IsFinal() && reason != StudyDecider.StudyEnded)
        {
            ReleaseInherited(trial);
            if (status != TrialStatus.Completed)
                trial.ReplaceCheckpoints();
        }

        if (trial.IsFinishing)
        {
            trial.IsFinishing = false;
            FinishingCount--;
        }

        trial.Status = status;
        trial.Reason = reason;
        JustLeft = number;
    }

    private void Release(TrialState trial)
    {
        if (!_offers.TryGetValue(trial.Offer, out OfferState? offer))
            return;
        offer.Trial = null;
        if (offer.IsWithdrawn)
            _offers.Remove(offer.Offer);
        else
            _openOffers.Add(offer.Offer);
    }

    private void RemoveOffer(TrialState trial) => _offers.Remove(trial.Offer);
}
