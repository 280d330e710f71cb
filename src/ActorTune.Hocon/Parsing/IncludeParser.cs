using ActorTune.Hocon.Syntax;
using ActorTune.Hocon.Tree;

namespace ActorTune.Hocon.Parsing;

/// <summary>Parses include statements and what they include.</summary>
internal sealed class IncludeParser(
    ParseSession session, HoconSource source, TokenStream tokens, IncludeScope scope)
{
    private const string Expected = "expected a quoted name, file(\"...\") or required(\"...\") "
        + "after include; write \"include\" in quotes for a key of that name";

    private static readonly string[] Protocols =
        ["http:", "https:", "ftp:", "file:", "jar:", "classpath:"];

    /// <summary>Parses a statement and puts the fields of what it names into an object.</summary>
    public void ParseInclude(ObjectNode target, Place place)
    {
        HoconPosition start = tokens.Take().Position;
        tokens.SkipBlank();
        string wrappers = TakeWrappers();
        Token name = tokens.Peek;
        if (name.Kind != TokenKind.Quoted)
            throw SourceParser.Refuse(name, $"{Expected}; got {name.Describe()}");
        tokens.Take();
        TakeClosing(wrappers.Count(c => c == '('));
        RefuseProtocol(name);

        IReadOnlyList<HoconSource> found = Find(name.Text, start);
        if (found.Count == 0 && wrappers.StartsWith("required", StringComparison.Ordinal))
            throw ParseSession.Refuse(start,
                $"the required include {PathSyntax.Quote(name.Text)} does not exist");
        foreach (HoconSource included in found)
            Merge(included, start, target, place);
    }

    // file( and required(file( may be cut by white space inside the parentheses only
    private string TakeWrappers()
    {
        string wrappers = "";
        while (tokens.Peek.Kind == TokenKind.Unquoted)
        {
            Token token = tokens.Take();
            wrappers += token.Text;
            tokens.SkipBlank();
            if (wrappers is "required(" or "file(" or "required(file(")
                continue;
            throw SourceParser.Refuse(token, RefusedWrapper(wrappers) is { } kind
                ? $"{kind}() cannot be included here; include a file instead"
                : $"{Expected}; got {token.Describe()}");
        }

        return wrappers;
    }

    private static string? RefusedWrapper(string wrappers)
    {
        const string Required = "required(";
        string inner = wrappers.StartsWith(Required, StringComparison.Ordinal)
            ? wrappers[Required.Length..]
            : wrappers;
        return inner is "url(" or "classpath(" ? inner[..^1] : null;
    }

    private void TakeClosing(int open)
    {
        while (open > 0)
        {
            tokens.SkipBlank();
            Token token = tokens.Take();
            if (token.Kind != TokenKind.Unquoted || token.Text.Length > open
                || token.Text.AsSpan().ContainsAnyExcept(')'))
                throw SourceParser.Refuse(token, "expected ')' after the name of the include, "
                    + $"got {token.Describe()}");
            open -= token.Text.Length;
        }
    }

    private static void RefuseProtocol(Token name)
    {
        if (Protocols.Any(p => name.Text.StartsWith(p, StringComparison.OrdinalIgnoreCase)))
            throw SourceParser.Refuse(name,
                $"{name.Describe()} is no file name; only files can be included");
    }

    private IReadOnlyList<HoconSource> Find(string name, HoconPosition start)
    {
        try
        {
            return session.Options.Includes.Resolve(new HoconInclude(name, source));
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw ParseSession.Refuse(start,
                $"the include {PathSyntax.Quote(name)} cannot be read: {failure.Message}", failure);
        }
    }

    private void Merge(HoconSource included, HoconPosition start, ObjectNode target, Place place)
    {
        IncludeScope inner = scope.Enter(place.Base!, place.Path);
        Node root = session.Within(included, start, () =>
            SourceParser.Parse(session, included, target, inner, place));
        if (root is not ObjectNode)
            throw ParseSession.Refuse(root.Position,
                "an included file must hold an object, got an array");
    }
}
