using ActorTune.Randomness;

namespace ActorTune.Strategies.Numerics.Forests;

/// <summary>
/// A random regression forest that tells how sure it is. Mean and variance follow from those of the
/// leaves by the law of total variance (Hutter, Xu, Hoos and Leyton-Brown, Artificial Intelligence
/// 206, 2014, section 4.3.2).
/// </summary>
internal sealed class RegressionForest
{
    private static readonly StreamName Stream = new("forest-tree");
    private readonly RegressionTree[] _trees;

    private RegressionForest(RegressionTree[] trees) => _trees = trees;

    /// <summary>The trees.</summary>
    internal IReadOnlyList<RegressionTree> Trees => _trees;

    /// <summary>Grows a forest.</summary>
    /// <param name="features">What the rows hold.</param>
    /// <param name="rows">The rows, at least one: a number or a position of a choice each.</param>
    /// <param name="values">What is to be predicted, one for each row; finite.</param>
    /// <param name="options">How it grows.</param>
    /// <param name="seed">The seed of its draws.</param>
    /// <param name="ordinal">Which forest of this seed, from 0; each has its own draws.</param>
    internal static RegressionForest Grow(
        IReadOnlyList<ForestFeature> features,
        double[][] rows,
        double[] values,
        ForestOptions options,
        ulong seed,
        int ordinal)
    {
        if (rows.Length == 0 || rows.Length != values.Length)
            throw new ArgumentException(
                "A forest needs rows, and one value for each of them.", nameof(values));
        var trees = new RegressionTree[options.Trees];
        for (int i = 0; i < trees.Length; i++)
            trees[i] = TreeGrowth.Grow(
                features, rows, values, options, RandomStream.For(seed, Stream, ordinal, i));
        return new RegressionForest(trees);
    }

    /// <summary>The mean and the variance at a row.</summary>
    internal (double Mean, double Variance) Predict(ReadOnlySpan<double> row)
    {
        Span<double> means = _trees.Length <= 64
            ? stackalloc double[_trees.Length]
            : new double[_trees.Length];
        double mean = 0;
        double variance = 0;
        for (int i = 0; i < means.Length; i++)
        {
            ref readonly ForestNode leaf = ref _trees[i].Leaf(row);
            means[i] = leaf.Mean;
            mean += leaf.Mean;
            variance += leaf.Variance;
        }

        mean /= means.Length;
        foreach (double leaf in means)
            variance += (leaf - mean) * (leaf - mean);
        return (mean, variance / means.Length);
    }
}
