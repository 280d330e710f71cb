using System.Globalization;
using System.Text;
using ActorTune.Hocon.Syntax;

namespace ActorTune.Hocon;

/// <summary>
/// Writes resolved values as text. Parsing that text gives the same values again.
/// </summary>
public static class HoconRenderer
{
    /// <summary>
    /// Writes compact JSON (RFC 8259) on one line; members and numbers stay as they are.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <returns>The text, without white space outside strings.</returns>
    public static string ToJson(HoconValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        StringBuilder text = new();
        WriteJson(text, value);
        return text.ToString();
    }

    /// <summary>
    /// Writes readable HOCON: one member per line, indented by two spaces, quotes only where they
    /// are needed, no braces around the root.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <returns>The text; it ends with a newline unless it is empty.</returns>
    public static string ToHocon(HoconValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        StringBuilder text = new();
        if (value is HoconObject root)
            ReadableWriter.WriteMembers(text, root, 0);
        else
            ReadableWriter.Write(text, value, 0).Append('\n');
        return text.ToString();
    }

    internal static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        for (int i = 0; i < value.Length; i++)
            WriteCharacter(text, value, i);
        text.Append('"');
    }

    private static void WriteJson(StringBuilder text, HoconValue value)
    {
        switch (value)
        {
            case HoconObject container:
                WriteAll(text, '{', container.Members, '}', member =>
                {
                    WriteString(text, member.Name);
                    text.Append(':');
                    WriteJson(text, member.Value);
                });
                break;
            case HoconArray array:
                WriteAll(text, '[', array.Elements, ']', element => WriteJson(text, element));
                break;
            case HoconString characters:
                WriteString(text, characters.Value);
                break;
            default:
                text.Append((value as HoconNumber)?.Text ?? value.Describe());
                break;
        }
    }

    private static void WriteAll<T>(
        StringBuilder text, char open, IReadOnlyList<T> items, char close, Action<T> write)
    {
        text.Append(open);
        for (int i = 0; i < items.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            write(items[i]);
        }

        text.Append(close);
    }

    private static void WriteCharacter(StringBuilder text, string value, int index)
    {
        char c = value[index];
        string? escape = c switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ => null,
        };
        if (escape is not null)
            text.Append(escape);
        else if (c < ' ' || c == '\u007F' || IsLoneSurrogate(value, index))
            text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        else
            text.Append(c);
    }

    // half a pair cannot be written as UTF-8
    private static bool IsLoneSurrogate(string value, int index) =>
        (char.IsHighSurrogate(value[index])
            && (index + 1 == value.Length || !char.IsLowSurrogate(value[index + 1])))
        || (char.IsLowSurrogate(value[index])
            && (index == 0 || !char.IsHighSurrogate(value[index - 1])));
}
