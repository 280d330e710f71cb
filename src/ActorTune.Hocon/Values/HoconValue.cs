namespace ActorTune.Hocon;

/// <summary>
/// A resolved HOCON value: one of <see cref="HoconObject"/>, <see cref="HoconArray"/>,
/// <see cref="HoconString"/>, <see cref="HoconNumber"/>, <see cref="HoconBoolean"/> and
/// <see cref="HoconNull"/>; nothing else derives from it. Immutable.
/// </summary>
public abstract class HoconValue
{
    private protected HoconValue(HoconPosition position) => Position = position;

    /// <summary>Where the value was written; for a merged object, where it first was.</summary>
    public HoconPosition Position { get; }

    /// <summary>The value with its kind, shortened, as messages name it.</summary>
    /// <returns>For example <c>'abc'</c>, <c>12</c>, <c>an object</c>.</returns>
    internal abstract string Describe();

    /// <summary>The value as compact JSON.</summary>
    /// <returns>What <see cref="HoconRenderer.ToJson"/> gives.</returns>
    public override string ToString() => HoconRenderer.ToJson(this);
}
