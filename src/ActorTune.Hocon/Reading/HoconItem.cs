using System.Globalization;

namespace ActorTune.Hocon;

/// <summary>
/// A value being read: a member of an object or an element of an array. Each method reads it as
/// one type; a value that does not convert is reported once and null is the answer.
/// </summary>
public sealed class HoconItem
{
    private readonly ProblemList _problems;

    internal HoconItem(string name, string path, HoconValue value, ProblemList problems)
    {
        Name = name;
        Path = path;
        Value = value;
        _problems = problems;
    }

    private delegate T Conversion<out T>(HoconValue value, out string reason);

    /// <summary>The member's name, or the element's index as digits.</summary>
    public string Name { get; }

    /// <summary>The path from the root, for example <c>layers[2].width</c>.</summary>
    public string Path { get; }

    /// <summary>The value as it stands in the tree.</summary>
    public HoconValue Value { get; }

    /// <summary>Where the value was written.</summary>
    public HoconPosition Position => Value.Position;

    /// <summary>Reads a string; a number or boolean gives its text.</summary>
    /// <returns>The string, or null where the value was refused.</returns>
    public string? AsString() => Read(HoconConversions.ToText);

    /// <summary>Reads true, yes or on, and false, no or off.</summary>
    /// <returns>The boolean, or null where the value was refused.</returns>
    public bool? AsBoolean() => Read(HoconConversions.ToBoolean);

    /// <summary>Reads a whole number of 32 bits; <c>1e3</c> is one.</summary>
    /// <returns>The number, or null where the value was refused.</returns>
    public int? AsInt() => Read(HoconConversions.ToInt);

    /// <summary>Reads a whole number of 64 bits; <c>1e3</c> is one.</summary>
    /// <returns>The number, or null where the value was refused.</returns>
    public long? AsLong() => Read(HoconConversions.ToLong);

    /// <summary>Reads a number; finite.</summary>
    /// <returns>The number, or null where the value was refused.</returns>
    public double? AsDouble() => Read(HoconConversions.ToDouble);

    /// <summary>
    /// Reads a duration such as <c>30s</c>; units ns, us, ms, s, m, h, d and their long names; a
    /// number without unit is milliseconds; rounded to 100 ns.
    /// </summary>
    /// <returns>The duration, or null where the value was refused.</returns>
    public TimeSpan? AsDuration() => Read(HoconConversions.ToDuration);

    /// <summary>
    /// Reads a size in bytes such as <c>512K</c>; kB, MB are powers of 1000, K, Ki, KiB of 1024; a
    /// number without unit is bytes.
    /// </summary>
    /// <returns>The bytes, not negative, or null where the value was refused.</returns>
    public long? AsSize() => Read(HoconConversions.ToSize);

    /// <summary>Reads a member of an enumeration; case and hyphens do not count.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <returns>The member, or null where the value was refused.</returns>
    public T? AsEnum<T>()
        where T : struct, Enum => Read(HoconConversions.ToEnum<T>);

    /// <summary>Reads an array; an object whose keys are numbers is one.</summary>
    /// <returns>The elements in their order, or null where the value was refused.</returns>
    public IReadOnlyList<HoconItem>? AsArray() =>
        Read(HoconConversions.ToArray) is { } array
            ? [.. array.Elements.Select(ElementAt)]
            : null;

    /// <summary>Reads an object.</summary>
    /// <returns>A reader over its members, or null where the value was refused.</returns>
    public HoconReader? AsObject() =>
        Read(HoconConversions.ToObject) is { } members
            ? new HoconReader(members, Path, _problems)
            : null;

    /// <summary>Reports a problem with this value.</summary>
    /// <param name="message">What is wrong and what was expected.</param>
    public void Refuse(string message) => _problems.Add(Position, Path, message);

    private T? Read<T>(Conversion<T?> convert)
    {
        T? converted = convert(Value, out string reason);
        if (converted is null)
            Refuse(reason);
        return converted;
    }

    private HoconItem ElementAt(HoconValue element, int index)
    {
        string name = index.ToString(CultureInfo.InvariantCulture);
        return new HoconItem(name, $"{Path}[{name}]", element, _problems);
    }
}
