using ActorTune.Analysis.Forests;
using ActorTune.Randomness;

namespace ActorTune.Analysis;

/// <summary>
/// Permutation importance (Breiman, "Random forests", Machine Learning 45, 2001, section 10): by
/// how much the squared error of each tree grows, on the trials that it was not fitted to, when a
/// parameter's values are permuted among these, as a share of the values' variance. What is below
/// zero is chance and counts as zero.
/// </summary>
internal static class PermutationImportance
{
    private static readonly StreamName Stream = new("permutation-importance");

    internal static double[] Of(TrialTable table, ForestOptions options, out double? explained)
    {
        var importances = new double[table.Space.Dimensions];
        explained = null;
        foreach (ActiveTrials group in ActiveTrials.Groups(table))
        {
            if (group.Rows.Length < FunctionalAnova.FewestTrials)
                continue;
            var forest = AnalysisForest.Fit(table, group.Rows, options);
            if (group.Rows.Length == table.Trials.Count)
                explained = forest.ExplainedShare();
            foreach (int parameter in group.Parameters)
                importances[parameter] = Of(forest, parameter, options.Seed);
        }

        return importances;
    }

    private static double Of(AnalysisForest forest, int parameter, ulong seed)
    {
        double variance = 0;
        foreach (double value in forest.Values)
            variance += value * value / forest.Values.Length;
        if (variance <= 0)
            return 0;
        double growth = 0;
        for (int tree = 0; tree < forest.Trees.Length; tree++)
        {
            var chance = RandomStream.For(seed, Stream, parameter, tree);
            growth += Growth(forest, tree, parameter, chance) / forest.Trees.Length;
        }

        return Math.Max(0, growth / variance);
    }

    private static double Growth(
        AnalysisForest forest, int number, int parameter, RandomStream chance)
    {
        ForestTree tree = forest.Trees[number];
        ReadOnlySpan<int> unseen = forest.Unseen(number);
        if (unseen.IsEmpty)
            return 0;
        int[] permuted = unseen.ToArray();
        chance.Shuffle(permuted.AsSpan());
        byte[] codes = forest.Columns[parameter].Codes;
        double growth = 0;
        for (int i = 0; i < permuted.Length; i++)
        {
            double value = forest.Values[unseen[i]];
            double before = value - tree.Predict(forest.Columns, unseen[i]);
            double after = value
                - tree.Predict(forest.Columns, unseen[i], parameter, codes[permuted[i]]);
            growth += after * after - before * before;
        }

        return growth / permuted.Length;
    }
}
