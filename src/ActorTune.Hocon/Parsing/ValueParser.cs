using System.Runtime.CompilerServices;
using ActorTune.Hocon.Syntax;
using ActorTune.Hocon.Tree;

namespace ActorTune.Hocon.Parsing;

/// <summary>Parses values: what stands on one line is joined.</summary>
internal sealed class ValueParser(
    SourceParser fields, TokenStream tokens, IncludeScope scope, int maxNesting)
{
    public Node ParseValue(Place place)
    {
        tokens.SkipBlank();
        List<Node> parts = [];
        WhitespaceNode? between = null;
        while (true)
        {
            Token token = tokens.Peek;
            if (token.Kind == TokenKind.Whitespace)
            {
                tokens.Take();
                between = new WhitespaceNode(token.Text, token.Position);
                continue;
            }

            if (ParsePart(token, place) is not { } part)
                break;
            if (between is not null && parts.Count > 0)
                parts.Add(between);
            between = null;
            parts.Add(part);
        }

        if (parts.Count == 0)
            throw SourceParser.Refuse(tokens.Peek,
                $"expected a value, got {tokens.Peek.Describe()}");
        return Join(parts);
    }

    public ArrayNode ParseArray(Place place)
    {
        Token opening = tokens.Take();
        Place inside = place.InArray();
        CheckDepth(inside, opening.Position);
        ArrayNode array = new(opening.Position);
        tokens.SkipBlank();
        while (tokens.Peek.Kind != TokenKind.CloseBracket)
        {
            if (tokens.Peek.Kind == TokenKind.End)
                throw SourceParser.Unclosed(opening, ']');
            array.Elements.Add(ParseValue(inside));
            fields.TakeSeparator(TokenKind.CloseBracket, " or ']'");
        }

        tokens.Take();
        return array;
    }

    public void CheckDepth(Place place, HoconPosition position)
    {
        if (place.Depth > maxNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw ParseSession.Refuse(position,
                $"values are nested more than {maxNesting} deep; the limit guards the stack");
    }

    private Node? ParsePart(Token token, Place place) => token.Kind switch
    {
        TokenKind.Quoted => TakeScalar(new HoconString(token.Text, token.Position)),
        TokenKind.Number => TakeScalar(new HoconNumber(token.Text, token.Position)),
        TokenKind.Unquoted => TakeScalar(UnquotedValue(token)),
        TokenKind.OpenBrace => ParseObject(place),
        TokenKind.OpenBracket => ParseArray(place),
        TokenKind.Substitution or TokenKind.OptionalSubstitution => ParseSubstitution(),
        _ => null,
    };

    private ScalarNode TakeScalar(HoconValue value)
    {
        tokens.Take();
        return new ScalarNode(value);
    }

    private static HoconValue UnquotedValue(Token token) => token.Text switch
    {
        "true" => new HoconBoolean(true, token.Position),
        "false" => new HoconBoolean(false, token.Position),
        "null" => new HoconNull(token.Position),
        _ => new HoconString(token.Text, token.Position),
    };

    private ObjectNode ParseObject(Place place)
    {
        Token opening = tokens.Take();
        ObjectNode parsed = new(opening.Position);
        fields.ParseFields(parsed, place.Inside(parsed), opening);
        return parsed;
    }

    private SubstitutionNode ParseSubstitution()
    {
        Token opening = tokens.Take();
        List<Token> path = tokens.TakeText();
        tokens.SkipWhitespace();
        if (path.Count == 0)
            throw SourceParser.Refuse(tokens.Peek,
                $"expected a path after '{opening.Text}', got {tokens.Peek.Describe()}");
        if (tokens.Peek.Kind != TokenKind.CloseBrace)
            throw SourceParser.Refuse(tokens.Peek, "expected '}' after the path of a substitution, "
                + $"got {tokens.Peek.Describe()}");
        tokens.Take();
        return new SubstitutionNode(
            PathSyntax.Split(path, path[0].Position), scope, opening.Position)
        {
            IsOptional = opening.Kind == TokenKind.OptionalSubstitution,
        };
    }

    // text that needs nothing resolved is joined here, so that it is known to hide what came before
    private static Node Join(List<Node> parts)
    {
        if (parts.Count == 1)
            return parts[0];
        if (!parts.All(part => part is ScalarNode or WhitespaceNode))
            return new ConcatenationNode(parts);
        string text = string.Concat(parts.Select(part =>
            part is ScalarNode scalar ? scalar.Text : ((WhitespaceNode)part).Text));
        return new ScalarNode(new HoconString(text, parts[0].Position));
    }
}
