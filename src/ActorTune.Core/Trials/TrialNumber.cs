namespace ActorTune.Trials;

/// <summary>A trial's ordinal within its study, from 0 in the order of suggestion.</summary>
public readonly record struct TrialNumber : IComparable<TrialNumber>
{
    /// <summary>Creates a trial number.</summary>
    /// <param name="value">The ordinal, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TrialNumber(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Value = value;
    }

    /// <summary>The ordinal.</summary>
    public int Value { get; }

    /// <inheritdoc/>
    public int CompareTo(TrialNumber other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
