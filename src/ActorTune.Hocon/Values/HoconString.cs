namespace ActorTune.Hocon;

/// <summary>A string, whichever way it was written.</summary>
/// <param name="value">The characters, unescaped.</param>
/// <param name="position">Where the string was written.</param>
public sealed class HoconString(string value, HoconPosition position) : HoconValue(position)
{
    private const int ShownLength = 60;

    /// <summary>The characters, unescaped.</summary>
    public string Value { get; } = value;

    internal override string Describe() =>
        Value.Length <= ShownLength ? $"'{Value}'" : $"'{Value[..ShownLength]}...'";
}
