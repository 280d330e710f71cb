namespace ActorTune.Hocon;

/// <summary>An array: values in their order.</summary>
public sealed class HoconArray : HoconValue
{
    /// <summary>Makes an array of elements.</summary>
    /// <param name="elements">The elements in their order.</param>
    /// <param name="position">Where the array was written.</param>
    public HoconArray(IEnumerable<HoconValue> elements, HoconPosition position)
        : base(position) => Elements = [.. elements];

    /// <summary>The elements in their order.</summary>
    public IReadOnlyList<HoconValue> Elements { get; }

    internal override string Describe() => "an array";
}
