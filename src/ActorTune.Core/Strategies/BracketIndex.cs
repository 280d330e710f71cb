namespace ActorTune.Strategies;

/// <summary>
/// Which bracket of a trial scheduler a trial belongs to: s, the number of rungs its bottom lies
/// below the full resource, or where brackets follow each other the ordinal of their opening.
/// Schedulers with one bracket use 0.
/// </summary>
/// <param name="Value">The index.</param>
public readonly record struct BracketIndex(int Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
