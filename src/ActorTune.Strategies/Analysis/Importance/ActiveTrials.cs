namespace ActorTune.Analysis;

/// <summary>
/// Parameters that are active in the same trials: one forest, fitted to these trials, tells of all
/// of them.
/// </summary>
internal sealed record ActiveTrials(int[] Rows, List<int> Parameters)
{
    /// <summary>The groups of all parameters with more than one value, in the space's order.
    /// </summary>
    internal static IReadOnlyList<ActiveTrials> Groups(TrialTable table)
    {
        var groups = new List<ActiveTrials>();
        for (int i = 0; i < table.Space.Dimensions; i++)
        {
            if (table.Space.Parameters[i].ValueCount == 1)
                continue;
            int[] rows = Of(table, i);
            ActiveTrials? group = groups.Find(one => one.Rows.AsSpan().SequenceEqual(rows));
            if (group is null)
                groups.Add(new ActiveTrials(rows, [i]));
            else
                group.Parameters.Add(i);
        }

        return groups;
    }

    /// <summary>The trials in which all of some parameters are active.</summary>
    internal static int[] Of(TrialTable table, params ReadOnlySpan<int> parameters)
    {
        var rows = new List<int>();
        for (int row = 0; row < table.Trials.Count; row++)
        {
            bool isActive = true;
            foreach (int parameter in parameters)
                isActive &= table.Columns[parameter][row] is not null;
            if (isActive)
                rows.Add(row);
        }

        return [.. rows];
    }
}
