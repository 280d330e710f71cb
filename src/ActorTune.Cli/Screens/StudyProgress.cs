namespace ActorTune.Cli.Screens;

/// <summary>
/// A running study as its events tell it, with what screens need besides: the best trial without
/// a search through all trials at every event, and the recent rate.
/// </summary>
internal sealed class StudyProgress
{
    private static readonly TimeSpan RateWindow = TimeSpan.FromSeconds(30);

    private readonly Queue<(TimeSpan Active, long Spent)> _samples = [];

    /// <summary>The fold of all events so far.</summary>
    internal StudyState State { get; } = new(StandardStrategies.Instance);

    /// <summary>The best trial, or null before any measurement.</summary>
    internal TrialState? Best { get; private set; }

    /// <summary>How many trials failed for good.</summary>
    internal int FailedCount { get; private set; }

    /// <summary>Resource a second over the last half minute; null before it can be told.</summary>
    internal double? Rate => _samples.Count > 1
        && State.ActiveTime - _samples.Peek().Active is { Ticks: > 0 } time
            ? (State.SpentResource - _samples.Peek().Spent) / time.TotalSeconds
            : null;

    /// <summary>Takes an event in.</summary>
    internal void Take(JournalEntry entry)
    {
        State.Evolve(entry);
        switch (entry.Event)
        {
            case MeasurementReported measured:
                Compare(State.Trial(measured.Attempt.Trial));
                Sample();
                break;
            case TrialFailed failed:
                FailedCount++;
                Leave(failed.Trial);
                break;
            case TrialCancelled cancelled:
                Leave(cancelled.Trial);
                break;
            case CoordinatorStarted:
                _samples.Clear();
                break;
        }
    }

    private void Compare(TrialState trial)
    {
        if (Best is null || Best == trial)
        {
            // The best trial's own value may have become worse than another's at that resource.
            Best = BestTrials.Best(State);
            return;
        }

        if (BestTrials.Compare(State.Objective, trial, Best) < 0)
            Best = trial;
    }

    private void Leave(TrialNumber trial)
    {
        if (Best?.Number == trial)
            Best = BestTrials.Best(State);
    }

    private void Sample()
    {
        if (_samples.Count == 0
            || State.ActiveTime - _samples.Last().Active >= TimeSpan.FromSeconds(1))
            _samples.Enqueue((State.ActiveTime, State.SpentResource));
        while (_samples.Count > 2 && State.ActiveTime - _samples.Peek().Active > RateWindow)
            _samples.Dequeue();
    }
}
