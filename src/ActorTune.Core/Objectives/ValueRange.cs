namespace ActorTune.Objectives;

/// <summary>The values that an objective can take.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The greatest.</param>
public readonly record struct ValueRange(double Low, double High)
{
    /// <summary>Every finite value: nothing was declared.</summary>
    public static ValueRange Unbounded { get; } =
        new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Whether both ends are finite.</summary>
    public bool IsBounded => double.IsFinite(Low) && double.IsFinite(High);

    /// <summary>Whether a value is one of them.</summary>
    public bool Contains(double value) => value >= Low && value <= High;
}
