namespace ActorTune.Strategies.Numerics.Forests;

/// <summary>
/// The part of the inputs that a leaf answers for: an interval of each number and a set of each
/// choice. The boxes of a tree fill all inputs and do not overlap.
/// </summary>
/// <param name="Low">The lower ends of the numbers, excluded but at the least number.</param>
/// <param name="High">The upper ends of the numbers, included.</param>
/// <param name="Choices">
/// The choices as a flag for each, by feature; null where the feature is a number.
/// </param>
/// <param name="Mean">The leaf's mean.</param>
/// <param name="Variance">The leaf's variance.</param>
/// <param name="Count">How many rows the leaf has.</param>
internal sealed record LeafBox(
    double[] Low, double[] High, bool[]?[] Choices, double Mean, double Variance, int Count)
{
    /// <summary>The share of the inputs in the box, features taken as independent.</summary>
    internal double Share(IReadOnlyList<ForestFeature> features)
    {
        double share = 1;
        for (int i = 0; i < features.Count; i++)
            share *= Share(features[i], i);
        return share;
    }

    /// <summary>The share of one feature's values in the box.</summary>
    internal double Share(ForestFeature feature, int index)
    {
        if (Choices[index] is { } choices)
            return choices.Count(isIn => isIn) / (double)feature.Choices;
        double range = feature.High - feature.Low;
        return range > 0 ? (High[index] - Low[index]) / range : 1;
    }
}
