namespace ActorTune.Analysis;

/// <summary>
/// PED-ANOVA (Watanabe, Bansal, Hutter, "PED-ANOVA: efficiently quantifying hyperparameter
/// importance in arbitrary subspaces", IJCAI 2023): the Pearson divergence of where the best
/// trials lie from where all trials lie, one parameter at a time.
/// </summary>
/// <remarks>
/// A conditional parameter is measured among the trials in which it is active. What it says about
/// the best trials is weighted by the share of them in which it is active, squared, over that
/// share of all trials, so that a branch that the best trials avoid does not look important.
/// </remarks>
internal static class PedAnova
{
    private const double Floor = 1e-12;
    private const int FewestTrials = 2;

    /// <summary>The importance of each parameter.</summary>
    internal static double[] Of(TrialTable table, double targetShare)
    {
        var importances = new double[table.Space.Dimensions];
        int count = table.Trials.Count;
        if (count < FewestTrials)
            return importances;
        bool[] isTarget = Targets(table, targetShare);
        int targetCount = isTarget.Count(target => target);
        double kept = (double)targetCount / count;
        kept *= kept;
        for (int i = 0; i < importances.Length; i++)
        {
            var grid = ParameterGrid.Of(table.Space.Parameters[i]);
            if (grid.Count > 1)
                importances[i] = kept * Of(grid, table.Columns[i], isTarget, targetCount);
        }

        return importances;
    }

    private static double Of(
        ParameterGrid grid, ReadOnlySpan<ParameterValue?> column, bool[] isTarget, int targetCount)
    {
        (int[] all, int[] best) = Count(grid, column, isTarget);
        double active = all.Sum();
        double targetActive = best.Sum();
        if (active < FewestTrials || targetActive == 0)
            return 0;
        double ofTargets = targetActive / targetCount;
        double ofAll = active / column.Length;
        return ofTargets * ofTargets / ofAll * Divergence(
            ParzenGrid.Of(all, grid.IsOrdered), ParzenGrid.Of(best, grid.IsOrdered));
    }

    // The best share of the trials, with all that are as good as the last of them.
    private static bool[] Targets(TrialTable table, double share)
    {
        var values = new double[table.Trials.Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = table.Minimized(i);
        double[] sorted = [.. values];
        Array.Sort(sorted);
        double cut = sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
        return [.. values.Select(value => value <= cut)];
    }

    private static (int[] All, int[] Best) Count(
        ParameterGrid grid, ReadOnlySpan<ParameterValue?> column, bool[] isTarget)
    {
        var all = new int[grid.Count];
        var best = new int[grid.Count];
        for (int row = 0; row < column.Length; row++)
        {
            if (column[row] is not { } value)
                continue;
            int place = grid.PlaceOf(value);
            all[place]++;
            if (isTarget[row])
                best[place]++;
        }

        return (all, best);
    }

    private static double Divergence(double[] all, double[] best)
    {
        double sum = 0;
        for (int i = 0; i < all.Length; i++)
        {
            double ratio = (best[i] + Floor) / (all[i] + Floor) - 1;
            sum += (all[i] + Floor) * ratio * ratio;
        }

        return sum;
    }
}
