namespace ActorTune.Studies.Gates;

/// <summary>When a trial's next report or end has its turn.</summary>
/// <param name="Time">Its logical time, or the earliest that it can have.</param>
/// <param name="Trial">The trial.</param>
/// <param name="IsKnown">Whether it is there.</param>
internal readonly record struct Turn(long Time, TrialNumber Trial, bool IsKnown)
    : IComparable<Turn>
{
    /// <inheritdoc/>
    public int CompareTo(Turn other)
    {
        int byTime = Time.CompareTo(other.Time);
        return byTime != 0 ? byTime : Trial.CompareTo(other.Trial);
    }
}
