using ActorTune.Hocon.Syntax;
using ActorTune.Hocon.Tree;

namespace ActorTune.Hocon.Parsing;

/// <summary>Parses the objects and fields of one source.</summary>
internal sealed class SourceParser
{
    private readonly TokenStream _tokens;
    private readonly ValueParser _values;
    private readonly IncludeParser _includes;
    private readonly IncludeScope _scope;

    private SourceParser(ParseSession session, HoconSource source, IncludeScope scope)
    {
        _tokens = new TokenStream(new Tokenizer(source.Origin, source.Text));
        _scope = scope;
        _values = new ValueParser(this, _tokens, scope, session.Options.MaxNesting);
        _includes = new IncludeParser(session, source, _tokens, scope);
    }

    /// <summary>Parses a source whose fields, unless it is an array, go into an object.</summary>
    /// <returns>That object, or the array.</returns>
    public static Node Parse(
        ParseSession session, HoconSource source, ObjectNode target, IncludeScope scope,
        Place place)
    {
        SourceParser parser = new(session, source, scope);
        return parser.ParseRoot(target, place);
    }

    /// <summary>Parses fields up to and including the token that closes them.</summary>
    public void ParseFields(ObjectNode target, Place place, Token? opening)
    {
        TokenKind close = opening is null ? TokenKind.End : TokenKind.CloseBrace;
        _tokens.SkipBlank();
        while (_tokens.Peek.Kind != close)
        {
            if (_tokens.Peek.Kind == TokenKind.End)
                throw Unclosed(opening!.Value, '}');
            ParseField(target, place);
            TakeSeparator(close, opening is null ? "" : " or '}'");
        }

        _tokens.Take();
    }

    /// <summary>Takes the comma or the line end between two values.</summary>
    public void TakeSeparator(TokenKind close, string orClose)
    {
        bool hasNewline = _tokens.SkipBlank();
        Token token = _tokens.Peek;
        if (token.Kind == TokenKind.Comma)
        {
            _tokens.Take();
            _tokens.SkipBlank();
        }
        else if (token.Kind != close && token.Kind != TokenKind.End && !hasNewline)
        {
            bool isSeparator = token.Kind
                is TokenKind.Colon or TokenKind.EqualsSign or TokenKind.PlusEquals;
            throw Refuse(token, $"expected ',' or a new line{orClose}, got {token.Describe()}"
                + (isSeparator ? "; text that holds it needs double quotes" : ""));
        }
    }

    public static HoconException Unclosed(Token opening, char expected) => Refuse(opening,
        $"this {opening.Describe()} is never closed; "
        + $"expected '{expected}' before the end of the text");

    public static HoconException Refuse(Token token, string message) =>
        ParseSession.Refuse(token.Position, message);

    private Node ParseRoot(ObjectNode target, Place place)
    {
        _tokens.SkipBlank();
        Token first = _tokens.Peek;
        Node root = target;
        if (first.Kind == TokenKind.OpenBracket)
            root = _values.ParseArray(place);
        else if (first.Kind == TokenKind.OpenBrace)
            ParseFields(target, place, _tokens.Take());
        else
            ParseFields(target, place, null);

        _tokens.SkipBlank();
        if (_tokens.Peek.Kind != TokenKind.End)
            throw Refuse(_tokens.Peek, "expected nothing after the value that the text starts "
                + $"with, got {_tokens.Peek.Describe()}");
        return root;
    }

    private void ParseField(ObjectNode target, Place place)
    {
        Token first = _tokens.Peek;
        if (first is { Kind: TokenKind.Unquoted, Text: "include" })
        {
            _includes.ParseInclude(target, place);
            return;
        }

        List<Token> key = _tokens.TakeText();
        if (key.Count == 0)
            throw NoKey(first);
        string[] path = PathSyntax.Split(key, first.Position);
        ParseFieldValue(target, place, path, first.Position);
    }

    private void ParseFieldValue(
        ObjectNode target, Place place, string[] path, HoconPosition keyPosition)
    {
        _tokens.SkipBlank();
        Token separator = _tokens.Peek;
        Place below = place.Below(path);
        _values.CheckDepth(below, keyPosition);
        switch (separator.Kind)
        {
            case TokenKind.Colon or TokenKind.EqualsSign:
                _tokens.Take();
                Node assigned = _values.ParseValue(below);
                FieldAt(target, path, keyPosition).Assign(assigned, keyPosition);
                break;
            case TokenKind.OpenBrace:
                Node value = _values.ParseValue(below);
                FieldAt(target, path, keyPosition).Assign(value, keyPosition);
                break;
            case TokenKind.PlusEquals:
                _tokens.Take();
                Node element = _values.ParseValue(below.InArray());
                Append(FieldAt(target, path, keyPosition), element, separator.Position, below);
                break;
            default:
                throw Refuse(separator, $"expected '=', ':', '+=' or '{{' after the key "
                    + $"'{PathSyntax.Join(path)}', got {separator.Describe()}");
        }
    }

    private static Field FieldAt(ObjectNode target, string[] path, HoconPosition keyPosition)
    {
        foreach (string name in path.AsSpan(0, path.Length - 1))
            target = target.GetOrAdd(name, keyPosition).Descend(keyPosition);
        return target.GetOrAdd(path[^1], keyPosition);
    }

    // a += b means a = ${?a} [b]; onto an array that is already at hand, b is simply added
    private void Append(Field field, Node element, HoconPosition position, Place place)
    {
        ArrayNode? array = field.Layers.LastOrDefault() switch
        {
            ArrayNode literal => literal,
            ConcatenationNode earlier => earlier.Appended,
            _ => null,
        };
        if (array is not null)
        {
            array.Elements.Add(element);
            return;
        }

        ArrayNode added = new(position);
        added.Elements.Add(element);
        IncludeScope own = new(place.Base!, [], _scope);
        SubstitutionNode previous = new(place.Path, own, position)
        {
            IsOptional = true,
            IsOwnField = true,
        };
        field.Assign(new ConcatenationNode([previous, added]) { Appended = added }, position);
    }

    private static HoconException NoKey(Token token) => Refuse(token, token.Kind switch
    {
        TokenKind.CloseBrace or TokenKind.CloseBracket =>
            $"{token.Describe()} closes nothing; remove it or add the opening one",
        TokenKind.Comma => "expected a key, got ','; fields are separated by one comma",
        TokenKind.Substitution or TokenKind.OptionalSubstitution =>
            "expected a key, got a substitution; keys cannot hold substitutions",
        _ => $"expected a key, got {token.Describe()}",
    });
}
