namespace ActorTune.Hocon.Syntax;

/// <summary>A place in a text that knows its line and column.</summary>
internal sealed class TextCursor(string origin, string text)
{
    private int _line = 1;
    private int _lineStart;

    public int Offset { get; private set; }

    public bool AtEnd => Offset >= text.Length;

    public char Current => text[Offset];

    public HoconPosition Position => new(origin, _line, Offset - _lineStart + 1);

    public bool StartsWith(string expected) =>
        text.AsSpan(Offset).StartsWith(expected, StringComparison.Ordinal);

    public string Since(int from) => text[from..Offset];

    /// <summary>Takes one character and gives its position.</summary>
    public HoconPosition TakeOne()
    {
        HoconPosition position = Position;
        if (text[Offset++] == '\n')
        {
            _line++;
            _lineStart = Offset;
        }

        return position;
    }

    public bool TryTake(string expected)
    {
        if (!StartsWith(expected))
            return false;
        for (int taken = 0; taken < expected.Length; taken++)
            TakeOne();
        return true;
    }

    /// <summary>Takes characters as long as they belong, at most to the end of the line.</summary>
    public string TakeWhile(Func<char, bool> belongs)
    {
        int from = Offset;
        while (!AtEnd && Current != '\n' && belongs(Current))
            Offset++;
        return Offset == from + 1 && text[from] == ' ' ? " " : Since(from);
    }

    /// <summary>Returns one character that was no newline.</summary>
    public void StepBack() => Offset--;
}
