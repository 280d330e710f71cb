namespace ActorTune.Studies;

/// <summary>
/// Ranks trials: feasible ones first, then the highest resource reached, then the value of the
/// first objective there, then the trial number. Trials that failed, were never measured or have
/// another one's result are left out.
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

    /// <summary>
    /// The trial with the best value at whatever resource, a feasible one if there is one, or null.
    /// </summary>
    public static TrialState? BestAtAnyResource(StudyState state)
    {
        TrialState? best = null;
        foreach (TrialState trial in state.Trials)
        {
            if (!Counts(trial))
                continue;
            if (best is null || CompareValues(state.Objective, trial, best) < 0)
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
        trial is { Count: > 0, ReusedFrom: null }
        && trial.Status is not (TrialStatus.Failed or TrialStatus.Cancelled);

    /// <summary>Compares two measured trials: negative when the left one ranks first.</summary>
    /// <param name="objective">The study's first objective.</param>
    /// <param name="left">A trial.</param>
    /// <param name="right">Another trial.</param>
    public static int Compare(Objective objective, TrialState left, TrialState right)
    {
        int byFeasibility = right.IsFeasible.CompareTo(left.IsFeasible);
        int byResource = right.Resource.CompareTo(left.Resource);
        return byFeasibility != 0 || byResource == 0
            ? CompareValues(objective, left, right)
            : byResource;
    }

    private static int CompareValues(Objective objective, TrialState left, TrialState right)
    {
        int byFeasibility = right.IsFeasible.CompareTo(left.IsFeasible);
        return byFeasibility != 0
            ? byFeasibility
            : objective.Compare(left.ReducedValue, left.Number, right.ReducedValue, right.Number);
    }
}
