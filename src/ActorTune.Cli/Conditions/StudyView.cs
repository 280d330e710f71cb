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
    private IReadOnlyList<RungSummary>? _rungs;

    internal StudyState State => _progress.State;

    internal TrialState? Best => _progress.Best;

    /// <summary>The rungs of all brackets.</summary>
    internal IReadOnlyList<RungSummary> Rungs => _rungs ??= State.Scheduler.Rungs();

    internal int Count(TrialStatus status) => _counts[(int)status];

    internal TrialState? Trial(int number) =>
        number < State.Trials.Count ? State.Trials[number] : null;

    internal void Take(JournalEntry entry)
    {
        _progress.Take(entry);
        if (Subject(entry.Event) is { } trial)
            Follow(trial.Value);
        if (entry.Event is StopConditionsChanged)
        {
            for (int trialNumber = 0; trialNumber < _known.Count; trialNumber++)
                Follow(trialNumber);
        }

        // Offers and starts of attempts are half of a journal, and no rung knows of them.
        if (entry.Event is StudyDecision or MeasurementReported)
            _rungs = null;
    }

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
