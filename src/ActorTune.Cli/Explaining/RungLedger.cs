namespace ActorTune.Cli.Explaining;

/// <summary>
/// Who came to which rung with which value, from the facts alone. Only the levels are the trial
/// scheduler's.
/// </summary>
internal sealed class RungLedger(StudyState state)
{
    private readonly Dictionary<int, Rung[]> _brackets = [];
    private readonly Dictionary<TrialNumber, int> _entered = [];

    /// <summary>Takes in an event that the state has folded.</summary>
    internal void Take(StudyEvent change)
    {
        switch (change)
        {
            case MeasurementReported measured:
                Enter(state.Trial(measured.Attempt.Trial));
                break;
            case TrialFailed failed:
                int next = _entered.GetValueOrDefault(failed.Trial);
                Rung[] rungs = RungsOf(state.Trial(failed.Trial).Bracket);
                if (next < rungs.Length)
                    rungs[next].FailedCount++;
                break;
            case TrialCancelled cancelled:
                foreach (Rung rung in RungsOf(state.Trial(cancelled.Trial).Bracket))
                    rung.Values.Remove(cancelled.Trial);
                _entered.Remove(cancelled.Trial);
                break;
            case StudyForked { KeepsScheduler: false } or SchedulerSwitched:
                TakeOver();
                break;
        }
    }

    /// <summary>The value with which a trial came to a rung; null: it did not.</summary>
    internal double? ValueOf(TrialState trial, int rung) =>
        rung < _entered.GetValueOrDefault(trial.Number) && Find(trial.Bracket, rung) is { } found
            ? ValueFrom(trial, found.Level)
            : null;

    /// <summary>A rung with its entries; null: the trial scheduler has no such rung.</summary>
    internal Rung? Find(BracketIndex bracket, int rung)
    {
        Rung[] rungs = RungsOf(bracket);
        return rung < rungs.Length ? rungs[rung] : null;
    }

    private void Enter(TrialState trial)
    {
        Rung[] rungs = RungsOf(trial.Bracket);
        int entered = _entered.GetValueOrDefault(trial.Number);
        while (entered < rungs.Length && rungs[entered].Level <= trial.Resource)
            rungs[entered++].Values.Add(new RungEntry(trial.Number, trial.Value, false));
        _entered[trial.Number] = entered;
    }

    // Another trial scheduler has other rungs: each trial came to those that it has reached.
    private void TakeOver()
    {
        _brackets.Clear();
        _entered.Clear();
        foreach (TrialState trial in state.Trials)
        {
            if (trial.ReusedFrom is not null || trial.Status == TrialStatus.Cancelled)
                continue;
            Rung[] rungs = RungsOf(trial.Bracket);
            int entered = 0;
            while (entered < rungs.Length && trial.Count > 0
                && rungs[entered].Level <= trial.Resource)
            {
                double value = ValueFrom(trial, rungs[entered].Level);
                rungs[entered++].Values.Add(new RungEntry(trial.Number, value, false));
            }

            _entered[trial.Number] = entered;
            if (trial.Status == TrialStatus.Failed && entered < rungs.Length)
                rungs[entered].FailedCount++;
        }
    }

    private double ValueFrom(TrialState trial, Resource level)
    {
        int index = 0;
        while (trial[index].Resource < level)
            index++;
        Reduction reduce = state.Objective.Reduce;
        IEnumerable<double> values = Enumerable.Range(0, index + 1).Select(i => trial[i].Value);
        return reduce.Kind switch
        {
            ReductionKind.Last => trial[index].Value,
            ReductionKind.MeanOfLast => values.TakeLast(reduce.Window).Average(),
            _ when state.Objective.Direction == Direction.Minimize => values.Min(),
            _ => values.Max(),
        };
    }

    private Rung[] RungsOf(BracketIndex bracket)
    {
        if (_brackets.TryGetValue(bracket.Value, out Rung[]? known))
            return known;
        return _brackets[bracket.Value] =
        [
            .. state.Scheduler.Rungs().Where(rung => rung.Bracket == bracket)
                .Select(rung => new Rung(rung.Level, new RankedValues(state.Objective))),
        ];
    }

    /// <summary>A rung.</summary>
    /// <param name="Level">The resource at which trials are compared.</param>
    /// <param name="Values">Those that came there.</param>
    internal sealed record Rung(Resource Level, RankedValues Values)
    {
        /// <summary>How many failed on their way to it.</summary>
        internal int FailedCount { get; set; }

        internal int Count => Values.Count + FailedCount;
    }
}
