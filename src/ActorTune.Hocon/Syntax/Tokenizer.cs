namespace ActorTune.Hocon.Syntax;

/// <summary>
/// Cuts a text into tokens. White space is kept, since it counts between joined values; comments
/// are dropped, and the newline that ends one stays.
/// </summary>
internal sealed class Tokenizer
{
    private readonly List<Token> _tokens = [];
    private readonly TextCursor _text;

    private Tokenizer(string origin, string text) => _text = new TextCursor(origin, text);

    /// <exception cref="HoconException">A character or a string is malformed.</exception>
    public static List<Token> Tokenize(string origin, string text)
    {
        Tokenizer tokenizer = new(origin, text);
        while (!tokenizer._text.AtEnd)
            tokenizer.ReadToken();
        tokenizer.Add(TokenKind.End, "", tokenizer._text.Position);
        return tokenizer._tokens;
    }

    private void ReadToken()
    {
        char c = _text.Current;
        if (Characters.IsInlineWhitespace(c))
            ReadRun(TokenKind.Whitespace, Characters.IsInlineWhitespace);
        else if (StartsComment())
            _text.TakeWhile(character => character != '\n');
        else if (c == '"')
            ReadQuoted();
        else if (PunctuationOf(c) is { } kind)
            Add(kind, c.ToString(), _text.TakeOne());
        else if (c == '$')
            ReadSubstitution();
        else if (c == '+')
            ReadPlusEquals();
        else if (Characters.IsReserved(c))
            throw ReservedCharacter(c, _text.Position);
        else if (NumberSyntax.IsStart(c))
            ReadNumber();
        else
            ReadUnquoted();
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

    private void ReadQuoted()
    {
        HoconPosition start = _text.Position;
        Add(TokenKind.Quoted, QuotedStrings.Read(_text), start);
    }

    private void ReadSubstitution()
    {
        HoconPosition start = _text.Position;
        if (_text.TryTake("${?"))
            Add(TokenKind.OptionalSubstitution, "${?", start);
        else if (_text.TryTake("${"))
            Add(TokenKind.Substitution, "${", start);
        else
            throw ReservedCharacter('$', start);
    }

    private void ReadPlusEquals()
    {
        HoconPosition start = _text.Position;
        if (!_text.TryTake("+="))
            throw ReservedCharacter('+', start);
        Add(TokenKind.PlusEquals, "+=", start);
    }

    // digits that turn out to be no number (1.0.0, 2024-01-05) are text, as long as text may hold them
    private void ReadNumber()
    {
        HoconPosition start = _text.Position;
        string digits = _text.TakeWhile(NumberSyntax.IsPart);
        if (digits.EndsWith('+') && !_text.AtEnd && _text.Current == '=')
            digits = GiveBackPlus(digits);
        if (NumberSyntax.IsNumber(digits))
            Add(TokenKind.Number, digits, start);
        else if (digits.Contains('+'))
            throw ReservedCharacter('+', start);
        else
            Add(TokenKind.Unquoted, digits, start);
    }

    // the key in 1+=2 ends before the separator
    private string GiveBackPlus(string digits)
    {
        _text.StepBack();
        return digits[..^1];
    }

    private void ReadUnquoted()
    {
        HoconPosition start = _text.Position;
        int from = _text.Offset;
        while (!_text.AtEnd && IsUnquotedPart(_text.Current) && !_text.StartsWith("//"))
            _text.TakeOne();
        Add(TokenKind.Unquoted, _text.Since(from), start);
    }

    private static bool IsUnquotedPart(char c) =>
        !Characters.IsReserved(c) && !Characters.IsWhitespace(c);

    private void ReadRun(TokenKind kind, Func<char, bool> belongs)
    {
        HoconPosition start = _text.Position;
        Add(kind, _text.TakeWhile(belongs), start);
    }

    private void Add(TokenKind kind, string text, HoconPosition position) =>
        _tokens.Add(new Token(kind, text, position));

    private static HoconException ReservedCharacter(char c, HoconPosition position) =>
        new(new HoconProblem(position, "",
            $"{Characters.Show(c)} is reserved; write the string that holds it in double quotes"));
}
