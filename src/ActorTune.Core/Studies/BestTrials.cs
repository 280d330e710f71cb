namespace ActorTune.Studies;

/// <summary>
/// Ranks trials: the highest resource reached first, then the value there, then the trial number.
/// Trials that failed or were never measured are left out.
/// </summary>
public static class BestTrials
{
    /// <summary>The best trial, or null when none was measured.</summary>
    public static TrialState? Best(StudyState state)
    {
        TrialState? best = null;
        foreach (TrialState trial in state.Trials)
        {
            if (Counts(trial) && (best is null || Compare(state.Objective, trial, best) < 0))
                best = trial;
        }

        return best;
    }

    /// <summary>The trial with the best value at whatever resource, or null.</summary>
    public static TrialState? BestAtAnyResource(StudyState state)
    {
        TrialState? best = null;
        foreach (TrialState trial in state.Trials)
        {
            if (!Counts(trial))
                continue;
            if (best is null || state.Objective.Compare(
                trial.ReducedValue, trial.Number, best.ReducedValue, best.Number) < 0)
                best = trial;
        }

        return best;
    }

    /// <summary>All trials that count, best first.</summary>
    public static IReadOnlyList<TrialState> Rank(StudyState state)
    {
        List<TrialState> ranked = [.. state.Trials.Where(Counts)];
        ranked.Sort((left, right) => Compare(state.Objective, left, right));
        return ranked;
    }

    private static bool Counts(TrialState trial) =>
        trial.Count > 0 && trial.Status is not (TrialStatus.Failed or TrialStatus.Cancelled);

    private static int Compare(Objective objective, TrialState left, TrialState right)
    {
        int byResource = right.Resource.CompareTo(left.Resource);
        return byResource != 0
            ? byResource
            : objective.Compare(left.ReducedValue, left.Number, right.ReducedValue, right.Number);
    }
}
