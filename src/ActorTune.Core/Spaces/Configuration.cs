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
        _names = [.. pairs.Select(pair => pair.Key)];
        _values = [.. pairs.Select(pair => pair.Value)];
        if (_names.Distinct().Count() != _names.Length)
            throw new ArgumentException($"A name comes twice in [{string.Join(", ", _names)}].");
    }

    internal Configuration(string[] names, ParameterValue[] values)
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
}
