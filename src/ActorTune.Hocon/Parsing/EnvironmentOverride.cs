using System.Text;
using ActorTune.Hocon.Resolution;
using ActorTune.Hocon.Tree;

namespace ActorTune.Hocon.Parsing;

/// <summary>An environment variable whose name says which value it overrides.</summary>
internal sealed record EnvironmentOverride(string Variable, string[] Path, string Value)
{
    /// <summary>
    /// The overrides in the order of their names, so that the result has one order.
    /// </summary>
    public static IReadOnlyList<EnvironmentOverride> Of(HoconParseOptions options)
    {
        if (options.EnvironmentOverridePrefix is not { Length: > 0 } prefix)
            return [];
        return [.. EnvironmentVariables.Of(options)
            .Where(variable => variable.Key.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(variable => variable.Key, StringComparer.Ordinal)
            .Select(variable => new EnvironmentOverride(
                variable.Key, PathOf(variable.Key, prefix.Length), variable.Value))];
    }

    public void AssignTo(ObjectNode root)
    {
        HoconPosition position = EnvironmentVariables.PositionOf(Variable);
        ObjectNode target = root;
        foreach (string name in Path.AsSpan(0, Path.Length - 1))
            target = target.GetOrAdd(name, position).Descend(position);
        target.GetOrAdd(Path[^1], position)
            .Assign(new ScalarNode(new HoconString(Value, position)), position);
    }

    private static string[] PathOf(string variable, int prefixLength)
    {
        StringBuilder path = new();
        for (int next = prefixLength; next < variable.Length;)
        {
            int run = variable.AsSpan(next).IndexOfAnyExcept('_');
            int underscores = run < 0 ? variable.Length - next : run;
            path.Append(Unmangle(variable, underscores));
            next += underscores;
            if (next < variable.Length)
                path.Append(variable[next++]);
        }

        string[] elements = path.ToString().Split('.');
        if (elements.Any(element => element.Length == 0))
            throw Refuse(variable, "its name must hold a key on either side of each single '_'");
        return elements;
    }

    private static string Unmangle(string variable, int underscores) => underscores switch
    {
        0 => "",
        1 => ".",
        2 => "-",
        3 => "_",
        _ => throw Refuse(variable, $"its name holds {underscores} underscores in a row; "
            + "expected _ for a dot, __ for a hyphen or ___ for an underscore"),
    };

    private static HoconException Refuse(string variable, string message) =>
        ParseSession.Refuse(EnvironmentVariables.PositionOf(variable), message);
}
