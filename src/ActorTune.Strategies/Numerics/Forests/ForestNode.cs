namespace ActorTune.Strategies.Numerics.Forests;

/// <summary>A node of a tree: a question with two branches, or a leaf.</summary>
/// <param name="Split">The question; null in a leaf.</param>
/// <param name="Left">The position of the left branch in the tree.</param>
/// <param name="Right">The position of the right branch in the tree.</param>
/// <param name="Mean">The mean of the rows that came here.</param>
/// <param name="Variance">Their variance about it.</param>
/// <param name="Count">How many they are.</param>
internal readonly record struct ForestNode(
    ForestSplit? Split, int Left, int Right, double Mean, double Variance, int Count);
