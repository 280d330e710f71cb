namespace ActorTune.Analysis;

/// <summary>
/// What shares of a forest's variance over the whole space two parameters explain (functional
/// ANOVA).
/// </summary>
/// <param name="First">The first parameter on its own.</param>
/// <param name="Second">The second on its own.</param>
/// <param name="Pair">Both together beyond that: their interaction.</param>
/// <param name="ExplainedShare">
/// How much of the variance of the values the forest explains, of trials that its trees were not
/// fitted to.
/// </param>
public sealed record InteractionShares(
    double First, double Second, double Pair, double ExplainedShare);
