namespace ActorTune.Strategies.Numerics.Forests;

/// <summary>
/// A question about one feature: is the number at most the threshold, or the choice in the set?
/// </summary>
/// <param name="Feature">The feature's position.</param>
/// <param name="Threshold">The threshold of a number.</param>
/// <param name="Choices">The set of a choice, a flag for each; null for a number.</param>
internal sealed record ForestSplit(int Feature, double Threshold, bool[]? Choices)
{
    /// <summary>Whether the answer is yes: then the left branch follows.</summary>
    internal bool IsLeft(ReadOnlySpan<double> row) => Choices is null
        ? row[Feature] <= Threshold
        : Choices[(int)row[Feature]];
}
