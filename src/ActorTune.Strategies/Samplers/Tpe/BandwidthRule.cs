namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>How wide the kernels of TPE are.</summary>
internal enum BandwidthRule
{
    /// <summary>The larger distance to a neighbour along the parameter.</summary>
    Neighbours,

    /// <summary>One width for all, shrinking with their number by Scott's exponent.</summary>
    Scott,
}
