using ActorTune.Analysis.Forests;

namespace ActorTune.Analysis;

/// <summary>
/// Functional ANOVA on a random forest (Hutter, Hoos, Leyton-Brown, ICML 2014): what share of the
/// forest's variance over the whole space parameters explain, the mean of its trees' shares. A
/// conditional parameter is asked for in a forest of the trials in which it is active.
/// </summary>
internal static class FunctionalAnova
{
    internal const int FewestTrials = 10;

    internal static double[] Of(TrialTable table, ForestOptions options, out double? explained)
    {
        var importances = new double[table.Space.Dimensions];
        explained = null;
        foreach (ActiveTrials group in ActiveTrials.Groups(table))
        {
            if (group.Rows.Length < FewestTrials)
                continue;
            var forest = AnalysisForest.Fit(table, group.Rows, options);
            if (group.Rows.Length == table.Trials.Count)
                explained = forest.ExplainedShare();
            foreach (TreeVariance tree in Trees(forest))
            {
                foreach (int parameter in group.Parameters)
                    importances[parameter] += tree.Of(parameter) / tree.Total / options.TreeCount;
            }
        }

        return importances;
    }

    internal static InteractionShares? Interaction(
        TrialTable table, int first, int second, ForestOptions options)
    {
        int[] rows = ActiveTrials.Of(table, first, second);
        if (rows.Length < FewestTrials)
            return null;
        var forest = AnalysisForest.Fit(table, rows, options);
        double one = 0, other = 0, both = 0;
        foreach (TreeVariance tree in Trees(forest))
        {
            one += tree.Of(first) / tree.Total;
            other += tree.Of(second) / tree.Total;
            both += tree.Of(first, second) / tree.Total;
        }

        double trees = options.TreeCount;
        return new InteractionShares(
            one / trees, other / trees, both / trees, forest.ExplainedShare());
    }

    /// <summary>
    /// The forest's mean in each cell of a parameter, and how far its trees differ there; null
    /// where there are too few trials.
    /// </summary>
    internal static (double Mean, double Spread)[]? Marginal(
        TrialTable table, int parameter, ParameterCells cells, ForestOptions options)
    {
        int[] rows = ActiveTrials.Of(table, parameter);
        if (rows.Length < FewestTrials)
            return null;
        var forest = AnalysisForest.Fit(table, rows, options);
        ForestColumn column = forest.Columns[parameter];
        double[][] marginals = [.. forest.Trees.Select(tree =>
            new TreeVariance(tree, forest.Columns).Marginal(parameter))];
        return [.. cells.Cells.Select((_, cell) => Summarize(
            forest.Mean, [.. marginals.Select(marginal =>
                Average(marginal, column, cells.RangeOf(cell)))]))];
    }

    // A tree without a cut says nothing of shares.
    private static IEnumerable<TreeVariance> Trees(AnalysisForest forest) => forest.Trees
        .Select(tree => new TreeVariance(tree, forest.Columns))
        .Where(tree => tree.Total > 0);

    private static double Average(
        double[] marginal, ForestColumn column, (double Low, double High) range)
    {
        double sum = 0;
        for (int cell = 0; cell < marginal.Length; cell++)
        {
            double low = Math.Max(range.Low, column.Edges[cell]);
            double high = Math.Min(range.High, column.Edges[cell + 1]);
            sum += Math.Max(0, high - low) * marginal[cell];
        }

        return sum / (range.High - range.Low);
    }

    private static (double Mean, double Spread) Summarize(double origin, double[] means)
    {
        double mean = 0, squares = 0;
        foreach (double one in means)
            mean += one / means.Length;
        foreach (double one in means)
            squares += (one - mean) * (one - mean);
        return (origin + mean, Math.Sqrt(squares / means.Length));
    }
}
