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
        }
    }

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
