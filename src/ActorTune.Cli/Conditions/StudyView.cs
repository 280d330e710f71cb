using ActorTune.Cli.Screens;

namespace ActorTune.Cli.Conditions;

/// <summary>
/// A study while it is folded, with what conditions ask at every event: neither costs a walk over
/// all trials.
/// </summary>
internal sealed class StudyView
{
    private readonly StudyProgress _progress = new();
    private readonly List<TrialStatus> _known = [];
    private readonly int[] _counts = new int[Enum.GetValues<TrialStatus>().Length];
    private readonly Dictionary<(int? Bracket, int Index), RungSummary?> _rungs = [];
    private readonly HashSet<BracketIndex> _brackets = [];

    internal StudyState State => _progress.State;

    internal TrialState? Best => _progress.Best;

    internal int Count(TrialStatus status) => _counts[(int)status];

    internal TrialState? Trial(int number) =>
        number < State.Trials.Count ? State.Trials[number] : null;

    internal void Take(JournalEntry entry)
    {
        _progress.Take(entry);
        if (Subject(entry.Event) is { } trial)
            Follow(trial.Value);
        if (MovesMany(entry.Event))
        {
            for (int trialNumber = 0; trialNumber < _known.Count; trialNumber++)
                Follow(trialNumber);
        }

        ForgetRungs(entry.Event);
    }

    /// <summary>A rung of a bracket, or the first of all brackets; null: there is none.</summary>
    internal RungSummary? Rung(int? bracket, int index)
    {
        if (_rungs.TryGetValue((bracket, index), out RungSummary? known))
            return known;
        RungSummary? found = State.Scheduler.Rungs().FirstOrDefault(rung =>
            rung.Rung == index && (bracket is null || rung.Bracket.Value == bracket));
        _rungs.Add((bracket, index), found);
        return found;
    }

    /// <summary>
    /// Schedules of thousands of brackets are asked again only when a trial of the bracket moved
    /// or another bracket began.
    /// </summary>
    private void ForgetRungs(StudyEvent change)
    {
        TrialNumber? subject = change is MeasurementReported measured
            ? measured.Attempt.Trial
            : Subject(change);
        if (_rungs.Count == 0)
            return;
        if (MovesMany(change) || change is TrialContinued)
            _rungs.Clear();
        if (subject is not { } trial)
            return;
        BracketIndex bracket = State.Trial(trial).Bracket;
        if (_brackets.Add(bracket))
            _rungs.Clear();
        foreach (((int? Bracket, int) key, RungSummary? rung) in _rungs)
        {
            if ((rung?.Bracket.Value ?? key.Bracket ?? bracket.Value) == bracket.Value)
                _rungs.Remove(key);
        }
    }

    private static bool MovesMany(StudyEvent change) =>
        change is StopConditionsChanged or StudyForked or SchedulerSwitched;

    private void Follow(int trial)
    {
        TrialStatus status = State.Trials[trial].Status;
        if (trial == _known.Count)
        {
            _known.Add(status);
            _counts[(int)status]++;
        }
        else if (_known[trial] != status)
        {
            _counts[(int)_known[trial]]--;
            _counts[(int)status]++;
            _known[trial] = status;
        }
    }

    private static TrialNumber? Subject(StudyEvent change) => change switch
    {
        TrialSuggested suggested => suggested.Trial,
        TrialRetried retried => retried.Attempt.Trial,
        TrialPromoted promoted => promoted.Attempt.Trial,
        TrialPaused paused => paused.Trial,
        TrialStopped stopped => stopped.Trial,
        TrialCompleted completed => completed.Trial,
        TrialFailed failed => failed.Trial,
        TrialCancelled cancelled => cancelled.Trial,
        AttemptEnded ended => ended.Attempt.Trial,
        AttemptLost lost => lost.Attempt.Trial,
        _ => null,
    };
}
