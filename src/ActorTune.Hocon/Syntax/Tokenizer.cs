namespace ActorTune.Hocon.Syntax;

/// <summary>
/// Cuts a text into tokens. White space is kept, since it counts between joined values; comments
/// are dropped, and the newline that ends one stays.
/// </summary>
internal sealed class Tokenizer(string origin, string source)
{
    private readonly TextCursor _text = new(origin, source);

    /// <summary>Reads the next token; after the last one, the end again and again.</summary>
    /// <exception cref="HoconException">A character or a string is malformed.</exception>
    public Token Next()
    {
        if (!_text.AtEnd && StartsComment())
            _text.TakeWhile(_ => true);
        return _text.AtEnd ? new Token(TokenKind.End, "", _text.Position) : ReadToken();
    }

    private Token ReadToken()
    {
        char c = _text.Current;
        if (Characters.IsInlineWhitespace(c))
            return ReadRun(TokenKind.Whitespace, Characters.IsInlineWhitespace);
        if (PunctuationOf(c) is { } kind)
            return new Token(kind, c.ToString(), _text.TakeOne());
        if (c == '"')
            return ReadQuoted();
        if (c == '$')
            return ReadSubstitution();
        if (c == '+')
            return ReadPlusEquals();
        if (Characters.IsReserved(c))
            throw ReservedCharacter(c, _text.Position);
        return NumberSyntax.IsStart(c) ? ReadNumber() : ReadUnquoted();
    }

    private static TokenKind? PunctuationOf(char c) => c switch
    {
        '\n' => TokenKind.Newline,
        ',' => TokenKind.Comma,
        ':' => TokenKind.Colon,
        '=' => TokenKind.EqualsSign,
        '{' => TokenKind.OpenBrace,
        '}' => TokenKind.CloseBrace,
        '[' => TokenKind.OpenBracket,
        ']' => TokenKind.CloseBracket,
        _ => null,
    };

    private bool StartsComment() => _text.Current == '#' || _text.StartsWith("//");

    private Token ReadQuoted()
    {
        HoconPosition start = _text.Position;
        return new Token(TokenKind.Quoted, QuotedStrings.Read(_text), start);
    }

    private Token ReadSubstitution()
    {
        HoconPosition start = _text.Position;
        if (_text.TryTake("${?"))
            return new Token(TokenKind.OptionalSubstitution, "${?", start);
        return _text.TryTake("${")
            ? new Token(TokenKind.Substitution, "${", start)
            : throw ReservedCharacter('$', start);
    }

    private Token ReadPlusEquals()
    {
        HoconPosition start = _text.Position;
        return _text.TryTake("+=")
            ? new Token(TokenKind.PlusEquals, "+=", start)
            : throw ReservedCharacter('+', start);
    }

    // digits that are no number after all (1.0.0, 2024-01-05) are text, if text may hold them
    private Token ReadNumber()
    {
        HoconPosition start = _text.Position;
        string digits = _text.TakeWhile(NumberSyntax.IsPart);
        if (digits.EndsWith('+') && !_text.AtEnd && _text.Current == '=')
            digits = GiveBackPlus(digits);
        if (NumberSyntax.IsNumber(digits))
            return new Token(TokenKind.Number, digits, start);
        return digits.Contains('+')
            ? throw ReservedCharacter('+', start)
            : new Token(TokenKind.Unquoted, digits, start);
    }

    // the key in 1+=2 ends before the separator
    private string GiveBackPlus(string digits)
    {
        _text.StepBack();
        return digits[..^1];
    }

    private Token ReadUnquoted()
    {
        HoconPosition start = _text.Position;
        int from = _text.Offset;
        while (!_text.AtEnd && IsUnquotedPart(_text.Current) && !_text.StartsWith("//"))
            _text.TakeOne();
        return new Token(TokenKind.Unquoted, _text.Since(from), start);
    }

    private static bool IsUnquotedPart(char c) =>
        !Characters.IsReserved(c) && !Characters.IsWhitespace(c);

    private Token ReadRun(TokenKind kind, Func<char, bool> belongs)
    {
        HoconPosition start = _text.Position;
        return new Token(kind, _text.TakeWhile(belongs), start);
    }

    private static HoconException ReservedCharacter(char c, HoconPosition position) =>
        new(new HoconProblem(position, "",
            $"{Characters.Show(c)} is reserved; write the string that holds it in double quotes"));
}
