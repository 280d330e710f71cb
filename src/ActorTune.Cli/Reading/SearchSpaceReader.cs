using ActorTune.Hocon;

namespace ActorTune.Cli.Reading;

/// <summary>Reads parameters, their conditions, forbidden combinations and constraints.</summary>
internal sealed class SearchSpaceReader
{
    private readonly Dictionary<string, Parameter> _parameters = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];
    private bool _isWhole = true;

    /// <summary>What is wrong beyond the form of single values, by path.</summary>
    internal IReadOnlyList<Problem> Problems => _problems;

    /// <summary>The space; null where something is wrong.</summary>
    internal SearchSpace? Read(HoconReader root)
    {
        int before = root.Problems.Count;
        IReadOnlyList<HoconItem> items = root.RequiredObject("search-space").Members();
        foreach (HoconItem item in items)
        {
            if (ParameterReader.Read(item) is { } parameter && IsSound(parameter))
                _parameters.Add(item.Name, parameter);
            else
                _isWhole = false;
        }

        List<Parameter> parameters = [.. items
            .Where(item => _parameters.ContainsKey(item.Name))
            .Select(item => _parameters[item.Name] with { When = Conditions(item) })];
        List<ForbiddenCombination> forbidden =
            [.. (root.OptionalArray("forbidden") ?? []).Select(Forbidden)];
        List<Inequality> inequalities =
            [.. Orders(root).Select(Constraint).OfType<Inequality>()];
        if (_isWhole && root.Problems.Count == before)
            return Create(parameters, forbidden, inequalities);
        CheckRest(parameters, [.. items.Select(item => item.Name)]);
        return null;
    }

    /// <summary>
    /// Orders between parameters: <c>inequalities</c>, or <c>constraints</c> where that is a list
    /// and not the constraints on reported metrics.
    /// </summary>
    private static IEnumerable<HoconItem> Orders(HoconReader root)
    {
        HoconItem? constraints = root.OptionalItem("constraints");
        IReadOnlyList<HoconItem>? listed =
            constraints is null or { Value: HoconObject } ? [] : constraints.AsArray();
        return (listed ?? []).Concat(root.OptionalArray("inequalities") ?? []);
    }

    /// <summary>
    /// Finds what is wrong between the sound parameters. Conditions on the others are left out,
    /// because what they refer to is reported already.
    /// </summary>
    private void CheckRest(List<Parameter> sound, HashSet<string> declared)
    {
        declared.ExceptWith(_parameters.Keys);
        List<Parameter> rest = [.. sound.Select(parameter => parameter with
        {
            When = [.. parameter.When.Where(condition => !declared.Contains(condition.Parent))],
        })];
        if (rest.Count > 0)
            Create(rest, [], []);
    }

    /// <summary>
    /// Checks a parameter alone, so that one bad name does not hide other problems.
    /// </summary>
    private bool IsSound(Parameter parameter) =>
        Create([parameter with { When = [] }], [], []) is not null;

    private SearchSpace? Create(
        IReadOnlyList<Parameter> parameters,
        IReadOnlyList<ForbiddenCombination> forbidden,
        IReadOnlyList<Inequality> inequalities)
    {
        try
        {
            return new SearchSpace(parameters, forbidden, inequalities);
        }
        catch (InvalidStudyException invalid)
        {
            _problems.AddRange(invalid.Problems);
            return null;
        }
    }

    private List<Condition> Conditions(HoconItem item)
    {
        var conditions = new List<Condition>();
        foreach (HoconItem member in item.AsObject()?.OptionalObject("when")?.Members() ?? [])
        {
            if (Condition(member) is { } condition)
                conditions.Add(condition);
        }

        return conditions;
    }

    private Condition? Condition(HoconItem item)
    {
        if (item.Value is HoconObject)
            return Range(item);
        IReadOnlyList<ParameterValue>? values = item.Value is HoconArray
            ? ParameterValues.ReadList(item)
            : ParameterValues.Read(item) is { } value ? [value] : null;
        return values is null
            ? null
            : Spaces.Condition.OneOf(item.Name, [.. values.Select(one => Match(item.Name, one))]);
    }

    private static Condition? Range(HoconItem item)
    {
        HoconReader reader = item.AsObject()!;
        double? least = reader.OptionalDouble("at-least");
        double? most = reader.OptionalDouble("at-most");
        reader.RefuseUnknown();
        if (least is not null || most is not null)
            return Spaces.Condition.Between(item.Name, least, most);
        item.Refuse("expected a value, a list of values, or { at-least = ..., at-most = ... }");
        return null;
    }

    private ForbiddenCombination Forbidden(HoconItem item)
    {
        var values = new List<KeyValuePair<string, ParameterValue>>();
        foreach (HoconItem member in item.AsObject()?.Members() ?? [])
        {
            if (ParameterValues.Read(member) is { } value)
                values.Add(KeyValuePair.Create(member.Name, Match(member.Name, value)));
        }

        return new ForbiddenCombination(values);
    }

    private static Inequality? Constraint(HoconItem item)
    {
        if (item.AsString() is not { } text)
            return null;
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is [var left, "<" or "<=" or ">" or ">=", var right])
            return words[1][0] == '<'
                ? new Inequality(left, right, words[1] == "<")
                : new Inequality(right, left, words[1] == ">");
        item.Refuse($"expected two parameters and <, <=, > or >= between them, got '{text}'");
        return null;
    }

    private ParameterValue Match(string name, ParameterValue value) =>
        _parameters.TryGetValue(name, out Parameter? parameter)
            ? ParameterValues.Match(parameter, value)
            : value;
}
