namespace ActorTune.Hocon.Syntax;

/// <summary>A piece of text with its kind; quoted strings are held unescaped.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, HoconPosition Position)
{
    /// <summary>Whether the token can stand in a path expression and in joined text.</summary>
    public bool IsText => Kind is TokenKind.Quoted or TokenKind.Unquoted or TokenKind.Number;

    /// <summary>The token as a message names it.</summary>
    public string Describe() => Kind switch
    {
        TokenKind.End => "the end of the text",
        TokenKind.Newline => "the end of the line",
        TokenKind.Whitespace => "white space",
        TokenKind.Quoted => $"the quoted string {new HoconString(Text, Position).Describe()}",
        TokenKind.Unquoted or TokenKind.Number => new HoconString(Text, Position).Describe(),
        _ => $"'{Text}'",
    };
}
