using System.Globalization;
using System.Text;

namespace ActorTune.Hocon.Syntax;

/// <summary>
/// Reads strings in quotes: those of JSON, and the multi-line ones in three quotes.
/// </summary>
internal static class QuotedStrings
{
    private const string Triple = "\"\"\"";

    /// <summary>Reads the string whose first quote is the current character.</summary>
    public static string Read(TextCursor text)
    {
        HoconPosition start = text.Position;
        return text.TryTake(Triple) ? ReadTriple(text, start) : ReadSingle(text, start);
    }

    // a run of three or more quotes ends the string; those before the last three belong to it
    private static string ReadTriple(TextCursor text, HoconPosition start)
    {
        int from = text.Offset;
        while (!text.StartsWith(Triple))
        {
            if (text.AtEnd)
                throw Problem(start, "the string in three quotes is never closed; "
                    + "expected \"\"\" after it");
            text.TakeOne();
        }

        text.TakeWhile(c => c == '"');
        return text.Since(from)[..^Triple.Length];
    }

    private static string ReadSingle(TextCursor text, HoconPosition start)
    {
        StringBuilder value = new();
        text.TakeOne();
        while (true)
        {
            if (text.AtEnd || text.Current == '\n')
                throw Problem(start, "the string is never closed; expected '\"' on the same line");
            if (text.Current == '"')
                break;
            value.Append(text.Current == '\\' ? ReadEscape(text, start) : ReadPlain(text));
        }

        text.TakeOne();
        return value.ToString();
    }

    private static char ReadPlain(TextCursor text)
    {
        char c = text.Current;
        if (c < ' ')
            throw Problem(text.Position, $"the control character {Characters.Show(c)} "
                + $"must be written \\u{(int)c:x4} in a quoted string");
        text.TakeOne();
        return c;
    }

    private static char ReadEscape(TextCursor text, HoconPosition start)
    {
        HoconPosition escape = text.TakeOne();
        if (text.AtEnd)
            throw Problem(start, "the string is never closed; expected '\"' on the same line");
        char kind = text.Current;
        text.TakeOne();
        return kind switch
        {
            '"' or '\\' or '/' => kind,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => ReadCode(text, escape),
            _ => throw Problem(escape, $"'\\' before {Characters.Show(kind)} is no escape; "
                + "expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"),
        };
    }

    private static char ReadCode(TextCursor text, HoconPosition escape)
    {
        const int Digits = 4;
        int from = text.Offset;
        while (!text.AtEnd && text.Offset - from < Digits && char.IsAsciiHexDigit(text.Current))
            text.TakeOne();
        string code = text.Since(from);
        if (code.Length < Digits)
            throw Problem(escape, $"expected four hexadecimal digits after \\u, got '{code}'");
        return (char)int.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    private static HoconException Problem(HoconPosition position, string message) =>
        new(new HoconProblem(position, "", message));
}
