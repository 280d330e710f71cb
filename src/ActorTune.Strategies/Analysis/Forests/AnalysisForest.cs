using ActorTune.Randomness;

namespace ActorTune.Analysis.Forests;

/// <summary>
/// A random forest over some trials of a table (Breiman, "Random forests", Machine Learning 45,
/// 2001): each tree is fitted to trials drawn with replacement, and judged on those not drawn.
/// </summary>
internal sealed class AnalysisForest
{
    private static readonly StreamName Stream = new("analysis-forest");

    private readonly ForestColumn[] _columns;
    private readonly double[] _values;
    private readonly int[][] _unseen;

    private AnalysisForest(ForestColumn[] columns, double[] values, double mean, int trees)
    {
        _columns = columns;
        _values = values;
        Mean = mean;
        Trees = new ForestTree[trees];
        _unseen = new int[trees][];
    }

    internal ForestTree[] Trees { get; }

    internal ReadOnlySpan<ForestColumn> Columns => _columns;

    /// <summary>The mean of the trials' values, which the trees' values are counted from.</summary>
    internal double Mean { get; }

    /// <summary>The values, less their mean.</summary>
    internal ReadOnlySpan<double> Values => _values;

    /// <summary>Fits a forest.</summary>
    /// <param name="table">The trials.</param>
    /// <param name="rows">Which of them, at least one.</param>
    /// <param name="options">How many trees, and the seed.</param>
    internal static AnalysisForest Fit(TrialTable table, int[] rows, ForestOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.TreeCount, 1);
        ForestColumn[] columns = [.. table.Space.Parameters.Select((parameter, index) =>
            ForestColumn.Of(parameter, table.Columns[index], rows))];
        double mean = 0;
        foreach (int row in rows)
            mean += table.ValueSpan[row] / rows.Length;
        double[] values = [.. rows.Select(row => table.ValueSpan[row] - mean)];
        var forest = new AnalysisForest(columns, values, mean, options.TreeCount);
        for (int tree = 0; tree < options.TreeCount; tree++)
            forest.Grow(tree, options.Seed);
        return forest;
    }

    /// <summary>The trials that a tree was not fitted to.</summary>
    internal ReadOnlySpan<int> Unseen(int tree) => _unseen[tree];

    /// <summary>
    /// The share of the variance that the trees together explain, of trials that they were not
    /// fitted to.
    /// </summary>
    internal double ExplainedShare()
    {
        var sums = new double[_values.Length];
        var counts = new int[_values.Length];
        for (int tree = 0; tree < Trees.Length; tree++)
        {
            foreach (int row in _unseen[tree])
            {
                sums[row] += Trees[tree].Predict(_columns, row);
                counts[row]++;
            }
        }

        double left = 0, all = 0;
        for (int row = 0; row < sums.Length; row++)
        {
            double error = _values[row] - (counts[row] > 0 ? sums[row] / counts[row] : 0);
            left += error * error;
            all += _values[row] * _values[row];
        }

        return all > 0 ? 1 - left / all : 0;
    }

    private void Grow(int tree, ulong seed)
    {
        var chance = RandomStream.For(seed, Stream, 0, tree);
        var drawn = new int[_values.Length];
        var isDrawn = new bool[_values.Length];
        for (int i = 0; i < drawn.Length; i++)
        {
            drawn[i] = chance.NextInt32(drawn.Length);
            isDrawn[drawn[i]] = true;
        }

        _unseen[tree] = [.. Enumerable.Range(0, drawn.Length).Where(row => !isDrawn[row])];
        Trees[tree] = TreeGrower.Grow(_columns, _values, drawn, chance);
    }
}
