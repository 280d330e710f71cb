using ActorTune.Hocon.Syntax;
using ActorTune.Hocon.Tree;

namespace ActorTune.Hocon.Parsing;

/// <summary>
/// Parses a document with its includes and assigns the overrides, in their order.
/// </summary>
internal static class DocumentParser
{
    public static Node Parse(HoconSource source, HoconParseOptions options)
    {
        Node root = ParseSource(source, new ObjectNode(new HoconPosition(source.Origin, 1, 1)),
            options);
        IReadOnlyList<EnvironmentOverride> environment = EnvironmentOverride.Of(options);
        if (root is ObjectNode target)
        {
            foreach (EnvironmentOverride assignment in environment)
                assignment.AssignTo(target);
            foreach (string text in options.Overrides)
                Override(target, text, options);
        }
        else if (environment.Count + options.Overrides.Count > 0)
        {
            throw ParseSession.Refuse(root.Position,
                "overrides need an object at the root, got an array");
        }

        return root;
    }

    private static void Override(ObjectNode target, string text, HoconParseOptions options)
    {
        HoconSource source = new($"override {new HoconString(text, default).Describe()}", text);
        HoconParseOptions withoutIncludes = options with { Includes = new RefusedIncludes() };
        int before = text.AsSpan().TrimStart().Length;
        if (before == 0 || ParseSource(source, target, withoutIncludes) is not ObjectNode)
            throw ParseSession.Refuse(new HoconPosition(source.Origin, 1, 1),
                "expected an assignment such as path=value");
    }

    private static Node ParseSource(
        HoconSource source, ObjectNode target, HoconParseOptions options)
    {
        ParseSession session = new(options);
        IncludeScope scope = new(target, [], null);
        return session.Within(source, HoconPosition.None, () =>
            SourceParser.Parse(session, source, target, scope, Place.Root(target)));
    }

    private sealed class RefusedIncludes : IHoconIncludeResolver
    {
        public IReadOnlyList<HoconSource> Resolve(HoconInclude include) =>
            throw ParseSession.Refuse(HoconPosition.Whole(include.IncludingSource.Origin),
                "an override cannot include a file");
    }
}
