using ActorTune.Hocon;

namespace ActorTune.Cli.Reading;

/// <summary>Finds where in a file the thing stands that a problem of the engine is about.</summary>
internal static class ProblemPlaces
{
    /// <summary>
    /// The problem with the path as it is written and the place of its nearest node.
    /// </summary>
    internal static HoconProblem Locate(HoconObject root, Problem problem)
    {
        string path = problem.Path == "max-resource" ? "resource.max" : problem.Path;
        HoconPosition position = Find(root, path) ?? root.Position;
        return new HoconProblem(position, path, problem.Message);
    }

    private static HoconPosition? Find(HoconObject root, string path)
    {
        HoconObject? current = root;
        HoconPosition? found = null;
        string rest = path;
        while (current is not null && rest.Length > 0)
        {
            HoconMember? member = LongestMember(current, rest);
            if (member is null)
                break;
            found = member.Value is HoconObject ? member.Position : member.Value.Position;
            current = member.Value as HoconObject;
            rest = rest.Length > member.Name.Length ? rest[(member.Name.Length + 1)..] : "";
        }

        bool isStrategy = path is "sampler" or "scheduler";
        return isStrategy && current is { Members: [var only] } ? only.Position : found;
    }

    /// <summary>
    /// Names of parameters may hold dots, so the longest name that fits is taken.
    /// </summary>
    private static HoconMember? LongestMember(HoconObject holder, string path) => holder.Members
        .Where(member => path == member.Name
            || path.StartsWith(member.Name + ".", StringComparison.Ordinal)
            || path.StartsWith(member.Name + "[", StringComparison.Ordinal))
        .MaxBy(member => member.Name.Length);
}
