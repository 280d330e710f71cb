namespace ActorTune.Studies;

/// <summary>
/// The best trials of a study with several objectives: those that no other one beats in all.
/// </summary>
public static class ParetoTrials
{
    /// <summary>
    /// The feasible trials at the highest resource that any feasible one reached, without those
    /// that another of them dominates: at least as good in every objective and better in one.
    /// Ordered by the first objective, then the next ones, then the trial number. With one
    /// objective it is the trials that share the best value.
    /// </summary>
    public static IReadOnlyList<TrialState> Front(StudyState state)
    {
        IReadOnlyList<Objective> objectives = state.Specification.Objectives;
        List<TrialState> trials =
            [.. BestTrials.Rank(state).Where(trial => trial.IsFeasible)];
        if (trials.Count == 0)
            return [];
        Resource highest = trials[0].Resource;
        trials.RemoveAll(trial => trial.Resource < highest);
        trials.Sort((left, right) => Compare(objectives, left, right));

        // In this order nobody is dominated by a later trial.
        var front = new List<TrialState>();
        foreach (TrialState trial in trials)
        {
            if (!front.Exists(other => Dominates(objectives, other, trial)))
                front.Add(trial);
        }

        return front;
    }

    private static double Value(TrialState trial, int objective) =>
        trial.Outcome?.Values[objective] ?? trial.ReducedValue;

    private static int Compare(
        IReadOnlyList<Objective> objectives, TrialState left, TrialState right)
    {
        for (int i = 0; i < objectives.Count; i++)
        {
            int order = objectives[i].Compare(Value(left, i), Value(right, i));
            if (order != 0)
                return order;
        }

        return left.Number.CompareTo(right.Number);
    }

    private static bool Dominates(
        IReadOnlyList<Objective> objectives, TrialState left, TrialState right)
    {
        bool isBetter = false;
        for (int i = 0; i < objectives.Count; i++)
        {
            int order = objectives[i].Compare(Value(left, i), Value(right, i));
            if (order > 0)
                return false;
            isBetter |= order < 0;
        }

        return isBetter;
    }
}
