namespace ActorTune.Strategies.Options;

/// <summary>
/// Reads a strategy's options, collects everything that is wrong with them, and refuses what
/// nobody asked for.
/// </summary>
internal sealed class StrategyOptionReader(string section, StrategyOptions options)
{
    private readonly HashSet<string> _known = [];
    private readonly List<Problem> _problems = [];

    internal IReadOnlyList<Problem> Problems => _problems;

    internal long Integer(string name, long fallback, long least, long most = int.MaxValue)
    {
        if (Value(name) is not { } value)
            return fallback;
        if (value.Kind != ParameterValueKind.Integer)
            return Refuse(name, $"expected a whole number, got '{value}'", fallback);
        long number = value.AsInt64();
        return number >= least && number <= most
            ? number
            : Refuse(name, Text($"must lie between {least} and {most}, got {number}"), fallback);
    }

    internal double Number(string name, double fallback, double least, double most)
    {
        if (Value(name) is not { } value)
            return fallback;
        if (!value.IsNumber)
            return Refuse(name, $"expected a number, got '{value}'", fallback);
        double number = value.AsDouble();
        return number >= least && number <= most
            ? number
            : Refuse(name, Text($"must lie between {least} and {most}, got {number}"), fallback);
    }

    internal bool Flag(string name, bool fallback)
    {
        if (Value(name) is not { } value)
            return fallback;
        return value.Kind == ParameterValueKind.Boolean
            ? value.AsBoolean()
            : Refuse(name, $"expected true or false, got '{value}'", fallback);
    }

    internal string Choice(string name, string fallback, params string[] choices)
    {
        if (Value(name) is not { } value)
            return fallback;
        string text = value.ToString();
        return choices.Contains(text)
            ? text
            : Refuse(name, $"expected one of {string.Join(", ", choices)}, got '{text}'", fallback);
    }

    /// <summary>Names of a set, one after the other with commas between them.</summary>
    internal IReadOnlyList<string> Names(string name, IReadOnlyCollection<string> known)
    {
        if (Value(name) is not { } value)
            return [];
        string[] names = value.ToString().Split(
            ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (string unknown in names.Except(known))
            Refuse(name, $"there is no '{unknown}'; there are {string.Join(", ", known)}");
        return names;
    }

    internal void Refuse(string name, string message) =>
        _problems.Add(new Problem($"{section}.{options.Name}.{name}", message));

    /// <summary>Reports the options that were given but never read.</summary>
    internal void RefuseUnknown()
    {
        foreach ((string name, _) in options.Options)
        {
            if (!_known.Contains(name))
                Refuse(name, _known.Count == 0
                    ? $"'{options.Name}' has no options"
                    : $"is not an option of '{options.Name}'; it has {string.Join(", ", _known)}");
        }
    }

    private ParameterValue? Value(string name)
    {
        _known.Add(name);
        return options.Find(name);
    }

    private T Refuse<T>(string name, string message, T fallback)
    {
        Refuse(name, message);
        return fallback;
    }

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
