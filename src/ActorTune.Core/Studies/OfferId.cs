namespace ActorTune.Studies;

/// <summary>
/// The number of a placement: slots of one worker that a study may use, one trial after another,
/// until they are withdrawn.
/// </summary>
/// <param name="Value">The ordinal of the offer within the study, from 1, never used twice.</param>
public readonly record struct OfferId(long Value) : IComparable<OfferId>
{
    /// <inheritdoc/>
    public int CompareTo(OfferId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
