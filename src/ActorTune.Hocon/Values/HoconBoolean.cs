namespace ActorTune.Hocon;

/// <summary>
/// The value <c>true</c> or <c>false</c>. The words yes, no, on and off are strings in the tree
/// and become booleans when they are read as such.
/// </summary>
/// <param name="value">The value.</param>
/// <param name="position">Where it was written.</param>
public sealed class HoconBoolean(bool value, HoconPosition position) : HoconValue(position)
{
    /// <summary>The value.</summary>
    public bool Value { get; } = value;

    internal override string Describe() => Value ? "true" : "false";
}
