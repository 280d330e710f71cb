using ActorTune.Randomness;

namespace ActorTune.Strategies.Numerics.Forests;

/// <summary>Grows one tree.</summary>
internal sealed class TreeGrowth
{
    private readonly IReadOnlyList<ForestFeature> _features;
    private readonly double[] _values;
    private readonly ForestOptions _options;
    private readonly SplitSearch _search;
    private readonly RandomStream _chance;
    private readonly List<ForestNode> _nodes = [];

    private TreeGrowth(
        IReadOnlyList<ForestFeature> features,
        double[][] rows,
        double[] values,
        ForestOptions options,
        RandomStream chance)
    {
        _features = features;
        _values = values;
        _options = options;
        _search = new SplitSearch(features, rows, values, options.MinLeaf);
        _chance = chance;
        int[] members = [.. Enumerable.Range(0, rows.Length)];
        if (options.Bootstrap)
        {
            for (int i = 0; i < members.Length; i++)
                members[i] = chance.NextInt32(members.Length);
            Array.Sort(members);
        }

        Grow(members, rows);
    }

    internal static RegressionTree Grow(
        IReadOnlyList<ForestFeature> features,
        double[][] rows,
        double[] values,
        ForestOptions options,
        RandomStream chance) => new(
            [.. new TreeGrowth(features, rows, values, options, chance)._nodes], features);

    private int Grow(int[] members, double[][] rows)
    {
        int index = _nodes.Count;
        (double mean, double variance) = Moments(members);
        _nodes.Add(new ForestNode(null, -1, -1, mean, variance, members.Length));
        if (!(variance > 0) || Best(members) is not { } split)
            return index;
        int left = Grow([.. members.Where(member => split.IsLeft(rows[member]))], rows);
        int right = Grow([.. members.Where(member => !split.IsLeft(rows[member]))], rows);
        _nodes[index] = new ForestNode(split, left, right, mean, variance, members.Length);
        return index;
    }

    // The features are looked at in random order until enough of them had something to split.
    private ForestSplit? Best(int[] members)
    {
        if (members.Length < 2 * _options.MinLeaf)
            return null;
        int[] order = [.. Enumerable.Range(0, _features.Count)];
        _chance.Shuffle<int>(order);
        int wanted = Math.Max(1, (int)(_options.FeatureShare * order.Length));
        ForestSplit? best = null;
        double gain = double.NegativeInfinity;
        foreach (int feature in order)
        {
            if (_search.Best(feature, members, _chance) is not { } found)
                continue;
            if (found.Gain > gain)
                (best, gain) = found;
            if (--wanted == 0)
                break;
        }

        return best;
    }

    private (double Mean, double Variance) Moments(int[] members)
    {
        double sum = 0;
        foreach (int member in members)
            sum += _values[member];
        double mean = sum / members.Length;
        double squares = 0;
        foreach (int member in members)
            squares += (_values[member] - mean) * (_values[member] - mean);
        return (mean, squares / members.Length);
    }
}
