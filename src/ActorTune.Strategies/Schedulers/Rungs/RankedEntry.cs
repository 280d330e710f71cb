namespace ActorTune.Strategies.Schedulers.Rungs;

/// <summary>
/// A value in the order of a study, small enough to be moved instead of pointed at.
/// </summary>
/// <param name="Key">The value, negated where larger is better: the smaller key is better.</param>
/// <param name="Trial">Whose value it is; the lower number wins a tie.</param>
/// <param name="Position">Where its owner keeps the rest of it.</param>
internal readonly record struct RankedEntry(double Key, int Trial, int Position)
{
    /// <summary>
    /// The key of a value; negation is exact, so the value comes back to the last bit.
    /// </summary>
    internal static double KeyOf(Objective objective, double value) =>
        objective.Direction == Direction.Minimize ? value : -value;

    internal bool Precedes(in RankedEntry other) =>
        Key < other.Key || (Key.Equals(other.Key) && Trial < other.Trial);
}
