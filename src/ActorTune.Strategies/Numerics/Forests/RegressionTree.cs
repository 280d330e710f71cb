namespace ActorTune.Strategies.Numerics.Forests;

/// <summary>A grown tree.</summary>
internal sealed class RegressionTree(ForestNode[] nodes, IReadOnlyList<ForestFeature> features)
{
    /// <summary>The leaf that answers for a row.</summary>
    internal ref readonly ForestNode Leaf(ReadOnlySpan<double> row)
    {
        int index = 0;
        while (nodes[index].Split is { } split)
            index = split.IsLeft(row) ? nodes[index].Left : nodes[index].Right;
        return ref nodes[index];
    }

    /// <summary>The leaves from left to right, each with the inputs it answers for.</summary>
    internal IEnumerable<LeafBox> Leaves() => Leaves(
        0,
        [.. features.Select(feature => feature.Low)],
        [.. features.Select(feature => feature.High)],
        [.. features.Select(All)]);

    private static bool[]? All(ForestFeature feature) =>
        feature.IsChoice ? [.. Enumerable.Repeat(true, feature.Choices)] : null;

    private IEnumerable<LeafBox> Leaves(int index, double[] low, double[] high, bool[]?[] choices)
    {
        ForestNode node = nodes[index];
        if (node.Split is not { } split)
            return [new LeafBox(low, high, choices, node.Mean, node.Variance, node.Count)];
        int feature = split.Feature;
        if (split.Choices is { } set)
            return Leaves(node.Left, low, high, With(choices, feature, Both(true)))
                .Concat(Leaves(node.Right, low, high, With(choices, feature, Both(false))));
        return Leaves(node.Left, low, With(high, feature, split.Threshold), choices)
            .Concat(Leaves(node.Right, With(low, feature, split.Threshold), high, choices));

        bool[] Both(bool isLeft) =>
            [.. choices[feature]!.Select((isIn, choice) => isIn && set[choice] == isLeft)];
    }

    private static T[] With<T>(T[] values, int index, T value)
    {
        T[] changed = [.. values];
        changed[index] = value;
        return changed;
    }
}
