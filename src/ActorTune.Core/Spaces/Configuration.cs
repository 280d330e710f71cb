using System.Diagnostics.CodeAnalysis;

namespace ActorTune.Spaces;

/// <summary>
/// The values chosen for a trial: one for each active parameter, in the order of the search space.
/// It never changes.
/// </summary>
public sealed class Configuration : IEquatable<Configuration>
{
    private readonly string[] _names;
    private readonly ParameterValue[] _values;

    /// <summary>Creates a configuration from names and values in the order given.</summary>
    /// <exception cref="ArgumentException">A name comes twice.</exception>
    public Configuration(IEnumerable<KeyValuePair<string, ParameterValue>> values)
    {
        KeyValuePair<string, ParameterValue>[] pairs = [.. values];
        _names = Array.ConvertAll(pairs, pair => pair.Key);
        _values = Array.ConvertAll(pairs, pair => pair.Value);
        RefuseTwice(_names);
    }

    /// <summary>
    /// Creates a configuration from names and values in the order given; the arrays are taken
    /// over. Configurations of one space may share the array of names.
    /// </summary>
    /// <exception cref="ArgumentException">Counts differ, or a name comes twice.</exception>
    public Configuration(string[] names, ParameterValue[] values)
        : this(values, names)
    {
        if (names.Length != values.Length)
            throw new ArgumentException(
                $"{names.Length} names do not go with {values.Length} values.");
        RefuseTwice(names);
    }

    // Checks nothing; the order of its arguments tells it from the public one.
    private Configuration(ParameterValue[] values, string[] names)
    {
        _names = names;
        _values = values;
    }

    /// <summary>A configuration without values.</summary>
    public static Configuration Empty { get; } = new([]);

    /// <summary>How many parameters are active.</summary>
    public int Count => _names.Length;

    /// <summary>The names of the active parameters in the order of the search space.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The values in the order of the names.</summary>
    public IReadOnlyList<ParameterValue> Values => _values;

    /// <summary>The value of a parameter.</summary>
    /// <exception cref="KeyNotFoundException">The parameter is not active here.</exception>
    public ParameterValue this[string name] => TryGet(name, out ParameterValue value)
        ? value
        : throw new KeyNotFoundException(
            $"'{name}' is not active in this configuration; it has [{string.Join(", ", _names)}].");

    /// <summary>Whether a parameter is active.</summary>
    public bool Contains(string name) => TryGet(name, out _);

    /// <summary>The value of a parameter, if it is active.</summary>
    public bool TryGet(string name, [MaybeNullWhen(false)] out ParameterValue value)
    {
        int index = Array.IndexOf(_names, name);
        value = index < 0 ? default : _values[index];
        return index >= 0;
    }

    /// <summary>
    /// A hash of names and values that is the same in every process: two trials with one hash are
    /// taken to be duplicates.
    /// </summary>
    public ulong StableHashCode()
    {
        ulong hash = StableHash.Start;
        for (int i = 0; i < _names.Length; i++)
            hash = StableHash.Add(StableHash.Add(hash, _names[i]), _values[i]);
        return hash;
    }

    /// <summary>
    /// A configuration of names that a search space has checked already; the arrays are taken over.
    /// </summary>
    internal static Configuration OfSpace(string[] names, ParameterValue[] values) =>
        new(values, names);

    /// <inheritdoc/>
    public bool Equals(Configuration? other) =>
        other is not null && _names.AsSpan().SequenceEqual(other._names)
        && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Configuration);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((int)StableHashCode());

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(" ", _names.Zip(_values, (name, value) => $"{name}={value}"));

    // Pair by pair costs less than a set as long as there are few.
    private static void RefuseTwice(string[] names)
    {
        const int few = 16;
        bool isTwice = names.Length > few && names.Distinct().Count() < names.Length;
        for (int i = 1; i < names.Length && names.Length <= few; i++)
            isTwice |= Array.IndexOf(names, names[i], 0, i) >= 0;
        if (isTwice)
            throw new ArgumentException($"A name comes twice in [{string.Join(", ", names)}].");
    }
}
