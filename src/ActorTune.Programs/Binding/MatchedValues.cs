namespace ActorTune.Programs.Binding;

/// <summary>
/// A configuration's values by name in any style, and which of them were taken. A value that a
/// constructor took is taken no second time by the property of the same name.
/// </summary>
internal sealed class MatchedValues
{
    private readonly Configuration _configuration;
    private readonly List<string> _problems;
    private readonly Dictionary<string, string> _names = [];
    private readonly HashSet<string> _taken = [];

    internal MatchedValues(Configuration configuration, List<string> problems)
    {
        _configuration = configuration;
        _problems = problems;
        foreach (string name in configuration.Names)
        {
            if (!_names.TryAdd(NameStyle.Plain(name), name))
                problems.Add(
                    $"'{name}' and '{_names[NameStyle.Plain(name)]}' are one name in code");
        }
    }

    /// <summary>
    /// Whether the configuration has a value for a name in code. What cannot be converted becomes
    /// a problem and counts as there.
    /// </summary>
    internal bool Take(string codeName, Type type, out object? value)
    {
        value = null;
        if (!_names.TryGetValue(NameStyle.Plain(codeName), out string? name))
            return false;
        if (!_taken.Add(name))
            return false;
        ParameterValue given = _configuration[name];
        if (!ValueConversion.TryConvert(given, type, out value))
            _problems.Add(
                $"the parameter '{name}' is the {given.Kind} '{given}', which {codeName} of type "
                + $"{ValueConversion.Describe(type)} cannot hold");
        return true;
    }

    /// <summary>Whether the value for a name in code was taken.</summary>
    internal bool WasTaken(string codeName) =>
        _names.TryGetValue(NameStyle.Plain(codeName), out string? name) && _taken.Contains(name);

    /// <summary>The parameters that nothing took, in the configuration's order.</summary>
    internal IEnumerable<string> Unbound() =>
        _configuration.Names.Where(name => !_taken.Contains(name));
}
