using ActorTune.Studies.Commands;
using ActorTune.Studies.Events;

namespace ActorTune.Studies;

/// <summary>
/// Turns what comes from outside into facts. Expected races (a report that crosses a stop, a
/// repeated delivery, a fenced attempt) are outcomes here, never errors.
/// </summary>
public static class StudyIntake
{
    /// <summary>Takes a command in. The state is only read.</summary>
    public static Acceptance Accept(StudyState state, StudyCommand command) => command switch
    {
        ReportMeasurement report => Accept(state, report),
        EndAttempt end => Accept(state, end),
        OfferPlacement offer => state.Offers.ContainsKey(offer.Offer)
            ? Acceptance.Late
            : Take(new PlacementOffered(offer.Offer, offer.Worker, offer.Slots)),
        WithdrawPlacement withdraw => IsHeld(state, withdraw.Offer)
            ? Take(new PlacementWithdrawn(withdraw.Offer))
            : Acceptance.Late,
        StartAttempt start => IsCurrent(state, start.Attempt)
            ? Take(new AttemptStarted(start.Attempt, start.Process))
            : Acceptance.Late,
        SaveCheckpoint save => IsCurrent(state, save.Checkpoint.Attempt)
            ? Take(new CheckpointSaved(save.Checkpoint))
            : Acceptance.Late,
        LoseAttempt lose => IsCurrent(state, lose.Attempt)
            ? Take(new AttemptLost(lose.Attempt))
            : Acceptance.Late,
        _ => AcceptFromPerson(state, command),
    };

    private static Acceptance AcceptFromPerson(StudyState state, StudyCommand command) =>
        command switch
        {
            ReachWallTime => state.Phase == StudyPhase.Running && !state.IsWallTimeReached
                ? Take(new WallTimeReached())
                : Acceptance.Late,
            CancelStudy cancel => state.Phase == StudyPhase.Finished
                ? Acceptance.Late
                : Take(new StudyCancelRequested(cancel.Mode)),
            CancelTrial cancel => Accept(state, cancel),
            EnqueueTrial enqueue => Accept(state, enqueue),
            ChangeStopConditions change => Accept(state, change),
            SwitchScheduler change => Accept(state, change),
            _ => throw new ArgumentException($"Unknown command {command.GetType().Name}."),
        };

    private static Acceptance Take(StudyFact fact) => new Acceptance.Taken(fact);

    /// <summary>
    /// Whether a report is the one that is taken in next: of a running attempt, and following the
    /// last one without a gap. One that follows a lost one waits for it to be sent again, since
    /// taking it in would acknowledge the lost one too.
    /// </summary>
    /// <param name="state">The study.</param>
    /// <param name="attempt">Whose report it is.</param>
    /// <param name="report">Its number within the attempt, from 1.</param>
    public static bool IsNext(StudyState state, AttemptId attempt, long report) =>
        IsCurrent(state, attempt) && report == state.Trial(attempt.Trial).LastReport + 1;

    private static bool IsHeld(StudyState state, OfferId offer) =>
        state.Offers.TryGetValue(offer, out OfferState? held) && !held.IsWithdrawn;

    private static bool IsCurrent(StudyState state, AttemptId attempt) =>
        attempt.Trial.Value < state.Trials.Count
        && state.Trial(attempt.Trial) is { Status: TrialStatus.Running } trial
        && trial.Attempt == attempt;

    private static Acceptance Accept(StudyState state, ReportMeasurement report)
    {
        if (!IsNext(state, report.Attempt, report.Report))
            return Acceptance.Late;
        TrialState trial = state.Trial(report.Attempt.Trial);
        if (Refusal(state, trial, report) is { } refusal)
            return Take(refusal);
        if (trial.Count > 0 && report.Resource <= trial.Resource)
            return Take(Repeat(state, trial, report));
        return Take(new MeasurementReported(
            report.Attempt, report.Report, report.Resource, report.Metrics));
    }

    private static AttemptEnded? Refusal(
        StudyState state, TrialState trial, ReportMeasurement report)
    {
        foreach (Objective objective in state.Specification.Objectives)
        {
            if (Refusal(state, report, objective.Metric, "the objective") is { } refusal)
                return refusal;
        }

        foreach (OutcomeConstraint constraint in state.Specification.Constraints)
        {
            if (Refusal(state, report, constraint.Metric, "the constraint's") is { } refusal)
                return refusal;
        }

        bool grows = report.Resource > Resource.Zero
            && (trial.LastReport == 0 || report.Resource > trial.AttemptResource);
        return grows
            ? null
            : Invalid(
                report,
                $"its resource {report.Resource} does not grow beyond {trial.AttemptResource}");
    }

    private static AttemptEnded? Refusal(
        StudyState state, ReportMeasurement report, string metric, string role)
    {
        if (report.Metrics.Find(metric) is not { } value)
            return Invalid(report, $"it lacks {role} '{metric}'; it has {report.Metrics}");
        return double.IsFinite(value)
            ? null
            : new AttemptEnded(report.Attempt, AttemptEnd.Diverged, string.Create(
                CultureInfo.InvariantCulture,
                $"'{metric}' is {value} at {state.Specification.ResourceUnit} {report.Resource}"));
    }

    private static AttemptEnded Invalid(ReportMeasurement report, string what) => new(
        report.Attempt,
        AttemptEnd.InvalidMeasurement,
        string.Create(CultureInfo.InvariantCulture, $"report {report.Report} is invalid: {what}"));

    private static MeasurementRepeated Repeat(
        StudyState state, TrialState trial, ReportMeasurement report) => new(
            report.Attempt,
            report.Report,
            report.Resource,
            report.Metrics.Find(state.Objective.Metric) - trial.ValueAt(report.Resource));

    private static Acceptance Accept(StudyState state, EndAttempt end)
    {
        if (!IsCurrent(state, end.Attempt))
            return Acceptance.Late;
        TrialState trial = state.Trial(end.Attempt.Trial);
        bool isSilent = end.End == AttemptEnd.Returned && trial.LastReport == 0;
        return isSilent && trial.Count == 0
            ? Take(new AttemptEnded(
                end.Attempt,
                AttemptEnd.NoReport,
                $"the program ended without reporting '{state.Objective.Metric}'"))
            : Take(new AttemptEnded(end.Attempt, end.End, end.Message));
    }

    private static Acceptance Accept(StudyState state, CancelTrial cancel)
    {
        if (cancel.Trial.Value >= state.Trials.Count)
            return new Acceptance.Refused($"There is no trial {cancel.Trial}.");
        return state.Trial(cancel.Trial).Status.IsFinal()
            ? Acceptance.Late
            : Take(new TrialCancelRequested(cancel.Trial));
    }

    private static Acceptance Accept(StudyState state, EnqueueTrial enqueue)
    {
        IReadOnlyList<Problem> problems =
            state.Specification.SearchSpace.Check(enqueue.Configuration);
        if (problems.Count > 0)
            return new Acceptance.Refused(string.Join("; ", problems));
        return state.Phase == StudyPhase.Running
            ? Take(new TrialEnqueued(enqueue.Configuration))
            : new Acceptance.Refused("The study takes no more trials: raise its budget first.");
    }

    private static Acceptance Accept(StudyState state, ChangeStopConditions change)
    {
        IReadOnlyList<Problem> problems = (state.Specification with { Stop = change.Stop }).Check();
        return problems.Count > 0
            ? new Acceptance.Refused(string.Join("; ", problems))
            : Take(new StopConditionsChanged(change.Stop));
    }

    private static Acceptance Accept(StudyState state, SwitchScheduler change)
    {
        if (state.Phase == StudyPhase.Finished)
            return new Acceptance.Refused(
                "The study has ended: nothing is left to schedule. Fork it, or raise its stop "
                + "conditions first.");
        if (state.IsStrict)
            return new Acceptance.Refused(
                "A strict study keeps its trial scheduler: all its decisions follow from its "
                + "specification. Start a new study with start-from.");
        IReadOnlyList<Problem> problems = state.CheckSuccessor(change.Scheduler);
        return problems.Count > 0
            ? new Acceptance.Refused(string.Join("; ", problems))
            : Take(new SchedulerSwitchRequested(change.Scheduler));
    }
}
