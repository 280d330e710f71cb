namespace ActorTune.Cli.Explaining;

/// <summary>Finds the decisions about a trial, each with the rung as it stood then.</summary>
internal static class TrialDecisions
{
    internal static async Task<IReadOnlyList<TrialDecision>> FindAsync(
        int trial, IAsyncEnumerable<JournalEntry> entries)
    {
        var state = new StudyState(StandardStrategies.Instance);
        var found = new List<TrialDecision>();
        await foreach (JournalEntry entry in entries)
        {
            // The rung is read before the decision is folded: as the decision saw it.
            if (Subject(entry.Event)?.Value == trial)
                found.Add(Explain(entry, new TrialNumber(trial), state));
            state.Evolve(entry);
        }

        return found;
    }

    private static TrialNumber? Subject(StudyEvent change) => change switch
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

    private static DecisionReason? ReasonOf(StudyEvent change) => change switch
    {
        TrialPromoted promoted => promoted.Reason,
        TrialContinued continued => continued.Reason,
        TrialPaused paused => paused.Reason,
        TrialStopped stopped => stopped.Reason,
        TrialCompleted completed => completed.Reason,
        _ => null,
    };

    private static TrialDecision Explain(JournalEntry entry, TrialNumber trial, StudyState state)
    {
        TrialState? known = trial.Value < state.Trials.Count ? state.Trial(trial) : null;
        DecisionReason? reason = ReasonOf(entry.Event);
        RungSummary? rung = known is null || reason is not { Rung: >= 0 }
            ? null
            : state.Scheduler.Rungs().FirstOrDefault(candidate =>
                candidate.Bracket == known.Bracket && candidate.Rung == reason.Rung);
        return new TrialDecision
        {
            Entry = entry,
            Trial = trial,
            Study = state.Specification,
            Resource = known?.Resource ?? Resource.Zero,
            Message = known?.LastMessage ?? "",
            Reason = reason,
            EndGrounds = state.EndGrounds,
            EndReason = state.EndReason,
            Level = rung?.Level,
            Ranking = rung is null ? [] : state.Scheduler.Explain(rung.Bracket, rung.Rung),
        };
    }
}
