namespace ActorTune.Studies;

/// <summary>
/// A position in a study's journal. The first event has 1; 0 is before all of them.
/// </summary>
/// <param name="Value">The position.</param>
public readonly record struct SequenceNumber(long Value) : IComparable<SequenceNumber>
{
    /// <summary>Before the first event.</summary>
    public static SequenceNumber None => default;

    /// <summary>The next position.</summary>
    public SequenceNumber Next => new(Value + 1);

    /// <inheritdoc/>
    public int CompareTo(SequenceNumber other) => Value.CompareTo(other.Value);

    /// <summary>Whether the left position comes earlier.</summary>
    public static bool operator <(SequenceNumber left, SequenceNumber right) =>
        left.Value < right.Value;

    /// <summary>Whether the left position comes later.</summary>
    public static bool operator >(SequenceNumber left, SequenceNumber right) =>
        left.Value > right.Value;

    /// <summary>Whether the left position is not later.</summary>
    public static bool operator <=(SequenceNumber left, SequenceNumber right) =>
        left.Value <= right.Value;

    /// <summary>Whether the left position is not earlier.</summary>
    public static bool operator >=(SequenceNumber left, SequenceNumber right) =>
        left.Value >= right.Value;

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
