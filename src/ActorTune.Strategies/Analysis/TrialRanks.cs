namespace ActorTune.Analysis;

/// <summary>Orders the trials of a table, and tells how its best value came about.</summary>
public static class TrialRanks
{
    /// <summary>All trials, best first, equal ones by number.</summary>
    public static IReadOnlyList<RankedTrial> Of(TrialTable table)
    {
        AnalyzedTrial[] order = [.. table.Trials];
        Array.Sort(order, (left, right) => table.Objective.Compare(
            left.Value, left.Number, right.Value, right.Number));
        var ranked = new RankedTrial[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            bool isTie = i > 0 && order[i].Value.Equals(order[i - 1].Value);
            ranked[i] = new RankedTrial(isTie ? ranked[i - 1].Rank : i + 1, order[i]);
        }

        return ranked;
    }

    /// <summary>
    /// The trials that were better than all before them, by number: the history of the best value.
    /// </summary>
    public static IReadOnlyList<AnalyzedTrial> Improvements(TrialTable table)
    {
        var improvements = new List<AnalyzedTrial>();
        foreach (AnalyzedTrial trial in table.Trials)
        {
            if (improvements.Count == 0
                || table.Objective.IsBetter(trial.Value, improvements[^1].Value))
                improvements.Add(trial);
        }

        return improvements;
    }
}
