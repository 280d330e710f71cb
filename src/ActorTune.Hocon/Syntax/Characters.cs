using System.Buffers;
using System.Globalization;

namespace ActorTune.Hocon.Syntax;

/// <summary>The classes of characters that the specification names.</summary>
internal static class Characters
{
    private static readonly SearchValues<char> Reserved =
        SearchValues.Create("$\"{}[]:=,+#`^?!@*&\\");

    /// <summary>
    /// White space that does not end a line; U+FEFF (the byte order mark) is one.
    /// </summary>
    public static bool IsInlineWhitespace(char c) => c != '\n' && IsWhitespace(c);

    public static bool IsWhitespace(char c) => c switch
    {
        >= '\t' and <= '\r' => true,
        >= '\u001C' and <= '\u001F' => true,
        ' ' or '\uFEFF' => true,
        < '\u0080' => false,
        _ => char.GetUnicodeCategory(c)
            is UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator,
    };

    /// <summary>Characters that an unquoted string cannot hold, besides white space.</summary>
    public static bool IsReserved(char c) => Reserved.Contains(c);

    /// <summary>The character as a message shows it.</summary>
    public static string Show(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) ? $"U+{(int)c:X4}" : $"'{c}'";
}
