namespace ActorTune.Hocon.Syntax;

internal enum TokenKind
{
    End,
    Newline,
    Whitespace,
    Comma,
    Colon,
    EqualsSign,
    PlusEquals,
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
    Substitution,
    OptionalSubstitution,
    Quoted,
    Unquoted,
    Number,
}
