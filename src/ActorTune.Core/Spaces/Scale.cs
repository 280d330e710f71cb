namespace ActorTune.Spaces;

/// <summary>How a numeric range is stretched over the unit interval.</summary>
public enum Scale
{
    /// <summary>Evenly.</summary>
    Linear,

    /// <summary>Evenly in the logarithm: many small values. The range must be positive.</summary>
    Log,

    /// <summary>
    /// Evenly in the logarithm of the distance from the top, as for a momentum in
    /// [0.5, 0.999]: high + low - x is log-scaled. The range must be positive.
    /// </summary>
    ReverseLog,
}
