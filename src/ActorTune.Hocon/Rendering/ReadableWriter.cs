using System.Text;
using ActorTune.Hocon.Syntax;

namespace ActorTune.Hocon;

/// <summary>Writes values as HOCON for people.</summary>
internal static class ReadableWriter
{
    private const int IndentWidth = 2;
    private const int MaxInlineArrayLength = 60;

    private static readonly string[] Words = ["true", "false", "null", "include"];

    public static void WriteMembers(StringBuilder text, HoconObject container, int level)
    {
        foreach (HoconMember member in container.Members)
        {
            text.Append(' ', level * IndentWidth).Append(Key(member.Name));
            text.Append(member.Value is HoconObject { Members.Count: > 0 } ? " " : " = ");
            Write(text, member.Value, level).Append('\n');
        }
    }

    public static StringBuilder Write(StringBuilder text, HoconValue value, int level)
    {
        switch (value)
        {
            case HoconObject { Members.Count: > 0 } container:
                text.Append("{\n");
                WriteMembers(text, container, level + 1);
                return text.Append(' ', level * IndentWidth).Append('}');
            case HoconArray { Elements.Count: > 0 } array:
                return WriteArray(text, array, level);
            case HoconString characters when IsPlain(characters.Value):
                return text.Append(characters.Value);
            default:
                return text.Append(HoconRenderer.ToJson(value));
        }
    }

    private static StringBuilder WriteArray(StringBuilder text, HoconArray array, int level)
    {
        if (Inline(array) is { } inline)
            return text.Append(inline);
        text.Append("[\n");
        foreach (HoconValue element in array.Elements)
        {
            text.Append(' ', (level + 1) * IndentWidth);
            Write(text, element, level + 1).Append('\n');
        }

        return text.Append(' ', level * IndentWidth).Append(']');
    }

    private static string? Inline(HoconArray array)
    {
        if (array.Elements.Any(element => element is HoconObject or HoconArray))
            return null;
        StringBuilder text = new("[");
        foreach (HoconValue element in array.Elements)
        {
            if (text.Length > MaxInlineArrayLength)
                return null;
            text.Append(text.Length > 1 ? ", " : "");
            Write(text, element, 0);
        }

        return text.Append(']').ToString();
    }

    private static string Key(string name) =>
        PathSyntax.IsPlain(name) && name != "include"
            ? name
            : HoconRenderer.ToJson(new HoconString(name, default));

    // begins with a letter, so that it is no number; a slash would have to be told from a comment
    private static bool IsPlain(string value) =>
        value.Length > 0
        && char.IsAsciiLetter(value[0])
        && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
        && !Words.Contains(value);
}
