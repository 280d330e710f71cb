namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>All that a suggestion is looked for with.</summary>
/// <param name="Function">The acquisition.</param>
/// <param name="Best">The best points so far, best first.</param>
/// <param name="Known">The observed and pending points, which are not suggested again.</param>
internal sealed record ReadyModels(
    AcquisitionFunction Function, IReadOnlyList<ModelPoint> Best, IReadOnlyList<ModelPoint> Known)
{
    /// <summary>Whether a point is one of the known ones.</summary>
    internal bool Knows(ModelPoint point)
    {
        foreach (ModelPoint known in Known)
        {
            if (known.IsSame(point))
                return true;
        }

        return false;
    }
}
