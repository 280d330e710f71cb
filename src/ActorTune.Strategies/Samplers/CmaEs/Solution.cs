namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>What a trial is to CMA-ES.</summary>
/// <param name="Generation">
/// The generation from whose distribution it was drawn, or <see cref="Foreign"/>.
/// </param>
/// <param name="Place">
/// Its numeric coordinates as drawn: the raw places, which may lie outside the unit interval where
/// the values are discrete.
/// </param>
/// <param name="Choices">The position of each categorical parameter's choice.</param>
internal sealed record Solution(int Generation, double[] Place, int[] Choices)
{
    /// <summary>The generation of what this sampler did not draw.</summary>
    internal const int Foreign = -1;
}
