namespace ActorTune.Cli.Explaining;

/// <summary>
/// Finds the decisions about a trial, each with the rung and the trial scheduler as they stood.
/// </summary>
internal sealed class TrialDecisions
{
    private readonly TrialNumber _trial;
    private readonly StudyState _state;
    private readonly List<TrialDecision> _found = [];
    private TrialChange _measured;
    private ReadOnlyMemory<byte>? _before;

    private TrialDecisions(TrialNumber trial)
    {
        _trial = trial;
        _state = new StudyState(StandardStrategies.Instance) { Changed = Note };
    }

    internal static async Task<IReadOnlyList<TrialDecision>> FindAsync(
        int trial, IAsyncEnumerable<JournalEntry> entries)
    {
        var decisions = new TrialDecisions(new TrialNumber(trial));
        await foreach (JournalEntry entry in entries)
            decisions.Take(entry);
        return decisions._found;
    }

    private void Take(JournalEntry entry)
    {
        // The rung is read before the decision is folded: as the decision saw it.
        if (Subject(entry.Event) == _trial)
            _found.Add(Explain(entry));
        _before = entry.Event is MeasurementReported measured && MayDecide(measured)
            ? SchedulerProbe.Save(_state.Scheduler)
            : null;
        _state.Evolve(entry);
    }

    private void Note(TrialChange change)
    {
        if (change.Kind == TrialChangeKind.Measured && change.Trial == _trial)
            _measured = change;
    }

    private bool MayDecide(MeasurementReported measured) => measured.Attempt.Trial == _trial
        && (_state.Scheduler.JudgesEveryReport
            || measured.Resource >= _state.Trial(_trial).Until);

    /// <summary>
    /// What can be asked about other values: those of one objective, as they were reported, where
    /// the trial scheduler itself decided by comparing.
    /// </summary>
    private SchedulerProbe? ProbeFor(StudyEvent change)
    {
        // A pause without a rung says nothing about who goes on.
        bool isCompared = ReasonOf(change) is { } reason
            && reason.Rule == _state.Scheduler.Version
            && (reason.Rung >= 0 || (reason.Cutoff is not null && change is not TrialPaused));
        if (!isCompared || _measured.Outcome is not null || _measured.Unreduced is not null)
            return null;
        // What took over compares it where it first reached a rung, in a bracket of its own.
        TrialChange measured = _measured with { Bracket = _state.Trial(_trial).Bracket };
        return change switch
        {
            TrialContinued or TrialPaused or TrialStopped when _before is { } saved =>
                SchedulerProbe.Before(_state, measured, saved),
            TrialPromoted promoted when promoted.Reason.Value == measured.Value =>
                SchedulerProbe.After(_state, measured, SchedulerProbe.Save(_state.Scheduler)),
            _ => null,
        };
    }

    internal static TrialNumber? Subject(StudyEvent change) => change switch
    {
        TrialSuggested suggested => suggested.Trial,
        TrialReused reused => reused.Trial,
        TrialRetried retried => retried.Attempt.Trial,
        TrialPromoted promoted => promoted.Attempt.Trial,
        TrialContinued continued => continued.Trial,
        TrialPaused paused => paused.Trial,
        TrialStopped stopped => stopped.Trial,
        TrialCompleted completed => completed.Trial,
        TrialFailed failed => failed.Trial,
        TrialCancelled cancelled => cancelled.Trial,
        _ => null,
    };

    internal static DecisionReason? ReasonOf(StudyEvent change) => change switch
    {
        TrialPromoted promoted => promoted.Reason,
        TrialContinued continued => continued.Reason,
        TrialPaused paused => paused.Reason,
        TrialStopped stopped => stopped.Reason,
        TrialCompleted completed => completed.Reason,
        _ => null,
    };

    private TrialDecision Explain(JournalEntry entry)
    {
        TrialState? known = _trial.Value < _state.Trials.Count ? _state.Trial(_trial) : null;
        DecisionReason? reason = ReasonOf(entry.Event);
        RungSummary? rung = known is null || reason is not { Rung: >= 0 }
            ? null
            : _state.Scheduler.Rungs().FirstOrDefault(candidate =>
                candidate.Bracket == known.Bracket && candidate.Rung == reason.Rung);
        return new TrialDecision
        {
            Entry = entry,
            Trial = _trial,
            Study = _state.Specification,
            Resource = known?.Resource ?? Resource.Zero,
            Message = known?.LastMessage ?? "",
            Reason = reason,
            EndGrounds = _state.EndGrounds,
            EndReason = _state.EndReason,
            Level = rung?.Level,
            Ranking = rung is null ? [] : _state.Scheduler.Explain(rung.Bracket, rung.Rung),
            // A rung of fixed size compares nobody before it is full.
            Probe = rung?.Count < rung?.Capacity ? null : ProbeFor(entry.Event),
        };
    }
}
