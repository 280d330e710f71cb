namespace ActorTune.Objectives;

/// <summary>
/// The named numbers of one report in the order reported. Numbers may be NaN or infinite unless
/// one of them is the objective.
/// </summary>
public sealed class MetricSet : IEquatable<MetricSet>
{
    private readonly string[] _names;
    private readonly double[] _values;

    /// <summary>Creates a set of one metric.</summary>
    public MetricSet(string name, double value)
    {
        _names = [name];
        _values = [value];
    }

    /// <summary>Creates a set from names and values; the arrays are taken over.</summary>
    /// <exception cref="ArgumentException">Counts differ, or there is no metric.</exception>
    public MetricSet(string[] names, double[] values)
    {
        if (names.Length != values.Length || names.Length == 0)
            throw new ArgumentException("A report needs at least one metric, each with a value.");
        _names = names;
        _values = values;
    }

    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The values in the order of the names.</summary>
    public IReadOnlyList<double> Values => _values;

    /// <summary>How many metrics there are.</summary>
    public int Count => _names.Length;

    /// <summary>The value of a metric, or null when it was not reported.</summary>
    public double? Find(string name)
    {
        for (int i = 0; i < _names.Length; i++)
        {
            if (_names[i] == name)
                return _values[i];
        }

        return null;
    }

    /// <inheritdoc/>
    public bool Equals(MetricSet? other) =>
        other is not null && _names.AsSpan().SequenceEqual(other._names)
        && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MetricSet);

    /// <inheritdoc/>
    public override int GetHashCode() => _names.Length;

    /// <inheritdoc/>
    public override string ToString() => string.Join(
        " ",
        _names.Zip(_values, (name, value) =>
            $"{name}={value.ToString("R", CultureInfo.InvariantCulture)}"));
}
