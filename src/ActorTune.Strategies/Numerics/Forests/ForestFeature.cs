namespace ActorTune.Strategies.Numerics.Forests;

/// <summary>
/// One input of a forest: a number within bounds, or one of some choices, given by its position.
/// </summary>
/// <param name="Choices">How many choices there are; 0 for a number.</param>
/// <param name="Low">The least number.</param>
/// <param name="High">The greatest number.</param>
internal readonly record struct ForestFeature(int Choices, double Low, double High)
{
    /// <summary>A number within bounds.</summary>
    internal static ForestFeature Number(double low, double high) => new(0, low, high);

    /// <summary>One of some choices.</summary>
    internal static ForestFeature Choice(int choices) => new(choices, 0, choices);

    /// <summary>Whether it is one of some choices.</summary>
    internal bool IsChoice => Choices > 0;
}
