using ActorTune.Strategies;
using ActorTune.Studies.Events;

namespace ActorTune.Studies;

/// <summary>
/// Which decision is due in a state: a function of the state alone. After every fact it is asked
/// until nothing is due; what it answers is journalled and folded before it is asked again.
/// </summary>
public static class StudyDecider
{
    /// <summary>Why trials that are left paused are stopped at the end.</summary>
    public static DecisionReason StudyEnded { get; } = new("study-ended/1");

    private static readonly DecisionReason ProgramEnded = new("program-ended/1");
    private static readonly DecisionReason Drained = new("drained/1");
    private static readonly DecisionReason FinishBest = new("finish-best/1");

    /// <summary>The decision that is due, or null.</summary>
    /// <param name="state">The state; it is only read.</param>
    /// <param name="suggestions">Where configurations come from.</param>
    public static StudyDecision? Decide(StudyState state, ISuggestions suggestions)
    {
        if (state.Phase is StudyPhase.Empty or StudyPhase.Finished)
            return null;
        return OnWantedScheduler(state)
            ?? OnAttemptEnd(state)
            ?? OnMeasurement(state)
            ?? OnCancelledTrial(state)
            ?? OnStopCondition(state)
            ?? OnCancelledStudy(state)
            ?? OnOpenOffer(state, suggestions)
            ?? OnNothingLeft(state);
    }

    private static SchedulerSwitched? OnWantedScheduler(StudyState state) =>
        state is { Wanted: { } scheduler, WantedOptions: { } options }
            ? new SchedulerSwitched(options, scheduler.Version, state.StartedCount)
            : null;

    private static StudyDecision? OnAttemptEnd(StudyState state)
    {
        if (state.AttemptJustEnded is not { } number)
            return null;
        TrialState trial = state.Trial(number);
        AttemptEnd end = trial.LastEnd!.Value;
        if (end == AttemptEnd.Returned)
            return new TrialCompleted(number, ProgramEnded with { Value = trial.Value });
        return RetriesUsed(trial, end) > state.Specification.Failures.RetriesOf(end)
            ? new TrialFailed(number, end)
            : null;
    }

    internal static int RetriesUsed(TrialState trial, AttemptEnd end) => end switch
    {
        AttemptEnd.LostWorker => trial.Setbacks.LostWorkerRetries,
        AttemptEnd.Hang => trial.Setbacks.HangRetries,
        AttemptEnd.OutOfMemory => trial.Setbacks.OutOfMemoryRetries,
        AttemptEnd.Interrupted => 0,
        _ => trial.Setbacks.ErrorRetries,
    };

    private static StudyDecision? OnMeasurement(StudyState state)
    {
        if (state.Measured is not { } measured)
            return null;
        if (!measured.IsDecisionPoint && !state.Scheduler.JudgesEveryReport)
            return null;
        TrialState trial = state.Trial(measured.Trial);
        if (trial.IsFinishing)
            return measured.IsDecisionPoint
                ? new TrialCompleted(trial.Number, FinishBest with { Value = trial.Value })
                : null;
        SchedulerDecision answer = state.Scheduler.OnMeasurement(measured);
        if (!measured.IsDecisionPoint && answer.Action != SchedulerAction.Stop)
            return null;
        return DecisionOf(answer, state, trial);
    }

    private static StudyDecision DecisionOf(
        SchedulerDecision answer, StudyState state, TrialState trial)
    {
        return answer.Action switch
        {
            SchedulerAction.Continue when state.Phase == StudyPhase.Ending =>
                new TrialPaused(trial.Number, Drained with { Value = trial.Value }),
            SchedulerAction.Continue =>
                new TrialContinued(trial.Number, answer.Until, answer.Reason),
            SchedulerAction.Pause => new TrialPaused(trial.Number, answer.Reason),
            SchedulerAction.Stop => new TrialStopped(trial.Number, answer.Reason),
            SchedulerAction.Complete => new TrialCompleted(trial.Number, answer.Reason),
            _ => throw new InvalidOperationException($"Unknown answer {answer.Action}."),
        };
    }

    private static StudyDecision? OnCancelledTrial(StudyState state)
    {
        foreach (TrialNumber trial in state.Cancelling)
            return new TrialCancelled(trial);
        return null;
    }

    private static StudyDecision? OnStopCondition(StudyState state)
    {
        // A person's cancellation overrides an end that is already under way.
        if (state.CancelMode is { } mode
            && (state.Phase == StudyPhase.Running || state.EndReason != EndReason.Cancelled))
            return new StudyEnding(EndReason.Cancelled, mode);
        if (state.Phase == StudyPhase.Ending)
            return null;
        StopConditions stop = state.Specification.Stop;
        if (state.IsTargetReached)
            return new StudyEnding(EndReason.Target, stop.Mode);
        if (state.IsWallTimeReached)
            return new StudyEnding(EndReason.WallTime, stop.Mode);
        if (state.SpentResource >= stop.TotalResource)
            return new StudyEnding(EndReason.TotalResource, stop.Mode);
        if (state.StagnantCount >= stop.NoImprovement?.Trials)
            return new StudyEnding(EndReason.NoImprovement, stop.Mode);
        if (state.Regret.Judge() is { } grounds)
            return new StudyEnding(EndReason.RegretBound, stop.Mode) { Grounds = grounds };
        return TooManyFailed(state) ? new StudyEnding(EndReason.Failures, EndMode.Cancel) : null;
    }

    private static bool TooManyFailed(StudyState state)
    {
        FailurePolicy policy = state.Specification.Failures;
        bool inRow = policy.AbortAfterFailuresInRow > 0
            && state.FailuresInRow >= policy.AbortAfterFailuresInRow;
        bool all = policy.AbortWhenFirstAllFail > 0
            && state.FailedCount - state.ForgivenCount >= policy.AbortWhenFirstAllFail
            && state.FailedCount == state.EndedCount
            && state.Paused.Count == 0;
        return inRow || all;
    }

    private static StudyDecision? OnCancelledStudy(StudyState state)
    {
        if (state.Phase != StudyPhase.Ending || state.EndMode != EndMode.Cancel)
            return null;
        foreach (TrialNumber trial in state.Running)
        {
            if (!state.Trial(trial).IsFinishing || state.EndReason == EndReason.Cancelled)
                return new TrialStopped(trial, StudyEnded);
        }

        return null;
    }

    private static StudyDecision? OnOpenOffer(StudyState state, ISuggestions suggestions)
    {
        if (state.OpenOffers.Count == 0 || (state.IsStrict && !state.IsAsking))
            return null;
        if (state.Waiting.Count > 0 && !IsCancelling(state))
            return Retry(state);
        return state.Phase == StudyPhase.Running
            ? StartOrPromote(state, suggestions)
            : FinishOne(state);
    }

    private static bool IsCancelling(StudyState state) =>
        state.Phase == StudyPhase.Ending && state.EndMode == EndMode.Cancel;

    private static TrialRetried Retry(StudyState state)
    {
        TrialState trial = state.Trial(state.Waiting.First());
        OfferId offer = state.OpenOffers.First();
        if (trial.LastEnd == AttemptEnd.LostWorker)
            offer = ElsewhereThan(state, trial.Worker) ?? offer;
        return new TrialRetried(NextAttempt(trial), offer, trial.Checkpoint, trial.Until);
    }

    private static OfferId? ElsewhereThan(StudyState state, WorkerId worker)
    {
        foreach (OfferId offer in state.OpenOffers)
        {
            if (state.Offers[offer].Worker != worker)
                return offer;
        }

        return null;
    }

    private static AttemptId NextAttempt(TrialState trial) =>
        new(trial.Number, trial.LastNumber + 1);

    private static StudyDecision? StartOrPromote(StudyState state, ISuggestions suggestions) =>
        state.Scheduler.Next(MayStart(state)) switch
        {
            NextAction.Promote promote => Promote(
                state, state.Trial(promote.Trial), promote.Until, promote.Reason),
            NextAction.StartNew start => Start(state, start, suggestions),
            _ => null,
        };

    private static bool MayStart(StudyState state) =>
        (state.Specification.Stop.Trials is not { } most || state.StartedCount < most)
        && (!state.IsSamplerExhausted || state.Enqueued.Count > 0);

    private static TrialPromoted Promote(
        StudyState state, TrialState trial, Resource until, DecisionReason reason)
    {
        return state.KeepsAttempt(trial)
            ? new TrialPromoted(trial.Attempt, trial.Offer, null, until, reason)
            : new TrialPromoted(
                NextAttempt(trial), state.OpenOffers.First(), trial.Checkpoint, until, reason);
    }

    private static StudyDecision? Start(
        StudyState state, NextAction.StartNew start, ISuggestions suggestions)
    {
        if (start.Configuration is { } chosen)
            return Suggest(state, start, SuggestionOrigin.Scheduler, chosen, state.Head);
        if (start.Donor is null && Given(state) is var (origin, configuration))
            return Suggest(state, start, origin, configuration, state.Head);
        var number = new TrialNumber(state.Trials.Count);
        var request = new SuggestionRequest(number, start.Bracket, start.Until);
        if (suggestions.Find(request, state.Head) is not var (suggestion, basis))
            return null;
        if (suggestion == Suggestion.Exhausted)
            return new SamplerExhausted(basis);
        if (suggestion is not Suggestion.Suggested { Configuration: { } found })
            return null;
        return ResultReuse.Decide(state, start, found, basis)
            ?? Suggest(state, start, SuggestionOrigin.Sampler, found, basis);
    }

    private static TrialSuggested Suggest(
        StudyState state,
        NextAction.StartNew start,
        SuggestionOrigin origin,
        Configuration configuration,
        SequenceNumber basis)
    {
        var suggested = new TrialSuggested(
            new TrialNumber(state.Trials.Count),
            origin,
            configuration,
            start.Bracket,
            basis,
            state.OpenOffers.First(),
            start.Until);
        return start.Donor is { } donor ? After(state.Trial(donor), suggested) : suggested;
    }

    // A donor's checkpoint at or beyond the first decision would leave nothing to train.
    private static TrialSuggested After(TrialState donor, TrialSuggested suggested)
    {
        bool isUsable = donor.Checkpoint is { } checkpoint
            && !(checkpoint.Resource >= suggested.Until);
        return suggested with
        {
            Parent = new TrialParent(donor.Number, donor.Resource),
            From = isUsable ? donor.Checkpoint : null,
        };
    }

    private static (SuggestionOrigin Origin, Configuration Configuration)? Given(StudyState state)
    {
        if (state.Enqueued.Count > 0)
            return (SuggestionOrigin.Enqueued, state.Enqueued.First());
        return state.Specification.StartWithDefaults && state.Trials.Count == 0
            ? (SuggestionOrigin.Defaults, state.Specification.SearchSpace.Defaults()!)
            : null;
    }

    private static StudyDecision? FinishOne(StudyState state) =>
        TrialToFinish(state) is { } trial
            ? Promote(
                state,
                trial,
                state.Specification.MaxResource!.Value,
                FinishBest with { Value = trial.Value })
            : null;

    private static TrialState? TrialToFinish(StudyState state)
    {
        StopConditions stop = state.Specification.Stop;
        bool others = state.Running.Count > state.FinishingCount;
        if (others || state.IsClosing)
            return null;
        if (state.EndReason is EndReason.Cancelled or EndReason.Failures)
            return null;
        if (state.Specification.MaxResource is not { } most)
            return null;
        if (state.FinishingCount >= stop.FinishBest || state.SpentResource >= stop.TotalResource)
            return null;
        foreach (TrialState trial in BestTrials.Rank(state).Take(stop.FinishBest))
        {
            if (trial.Status == TrialStatus.Paused && trial.Resource < most)
                return trial;
        }

        return null;
    }

    private static StudyDecision? OnNothingLeft(StudyState state)
    {
        if (state.Running.Count > 0)
            return null;
        if (state.Waiting.Count > 0)
            return IsCancelling(state) ? new TrialStopped(state.Waiting.First(), StudyEnded) : null;
        if (state.Phase == StudyPhase.Running)
            return EndOfPlan(state);
        // Without an open offer the best trials still wait to be finished.
        if (TrialToFinish(state) is not null)
            return null;
        if (state.Paused.Count > 0)
            return new TrialStopped(state.Paused.First(), StudyEnded);
        return new StudyFinished(state.EndReason, BestTrials.Best(state)?.Number);
    }

    private static StudyEnding? EndOfPlan(StudyState state)
    {
        bool mayStart = MayStart(state);
        NextAction next = state.Scheduler.Next(mayStart);
        StopConditions stop = state.Specification.Stop;
        if (next == NextAction.Finished)
            return new StudyEnding(EndReason.SchedulerFinished, stop.Mode);
        if (mayStart || next is NextAction.Promote)
            return null;
        return state.IsSamplerExhausted
            ? new StudyEnding(EndReason.SamplerExhausted, stop.Mode)
            {
                Grounds = state.ExhaustionGrounds,
            }
            : new StudyEnding(EndReason.Trials, stop.Mode);
    }
}
