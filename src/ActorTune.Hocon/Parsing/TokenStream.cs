using ActorTune.Hocon.Syntax;

namespace ActorTune.Hocon.Parsing;

/// <summary>The tokens of one source, taken from first to last.</summary>
internal sealed class TokenStream(Tokenizer tokenizer)
{
    private Token? _peeked;

    /// <summary>The next token, which stays the next one.</summary>
    public Token Peek => _peeked ??= tokenizer.Next();

    /// <summary>Takes a token; the end is never passed.</summary>
    public Token Take()
    {
        Token taken = Peek;
        _peeked = null;
        return taken;
    }

    public void SkipWhitespace()
    {
        while (Peek.Kind == TokenKind.Whitespace)
            Take();
    }

    /// <summary>Skips white space and ends of lines; tells whether a line ended.</summary>
    public bool SkipBlank()
    {
        bool hasNewline = false;
        while (Peek.Kind is TokenKind.Whitespace or TokenKind.Newline)
            hasNewline |= Take().Kind == TokenKind.Newline;
        return hasNewline;
    }

    /// <summary>Takes text and the white space inside it, without that around it.</summary>
    public List<Token> TakeText()
    {
        SkipWhitespace();
        List<Token> text = [];
        while (Peek.IsText || Peek.Kind == TokenKind.Whitespace)
            text.Add(Take());
        if (text.Count > 0 && text[^1].Kind == TokenKind.Whitespace)
            text.RemoveAt(text.Count - 1);
        return text;
    }
}
