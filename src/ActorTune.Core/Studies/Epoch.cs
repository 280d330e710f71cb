namespace ActorTune.Studies;

/// <summary>
/// Which opening of a study for writing is meant, from 1. A writer of an older epoch is refused.
/// </summary>
/// <param name="Value">The ordinal of the opening; 0 before the first.</param>
public readonly record struct Epoch(int Value) : IComparable<Epoch>
{
    /// <summary>The epoch that follows.</summary>
    public Epoch Next => new(Value + 1);

    /// <inheritdoc/>
    public int CompareTo(Epoch other) => Value.CompareTo(other.Value);

    /// <summary>Whether the left epoch is older.</summary>
    public static bool operator <(Epoch left, Epoch right) => left.Value < right.Value;

    /// <summary>Whether the left epoch is newer.</summary>
    public static bool operator >(Epoch left, Epoch right) => left.Value > right.Value;

    /// <summary>Whether the left epoch is not newer.</summary>
    public static bool operator <=(Epoch left, Epoch right) => left.Value <= right.Value;

    /// <summary>Whether the left epoch is not older.</summary>
    public static bool operator >=(Epoch left, Epoch right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
