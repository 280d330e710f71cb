using System.Buffers.Text;

namespace ActorTune.Journal.Format;

/// <summary>
/// Walks through stored text in the very form in which this build writes it: no white space, no
/// escapes, fields in order. Every method answers false where the text is anything else, and the
/// caller then leaves it to the JSON reader, which takes any form and says what is wrong.
/// </summary>
internal ref struct StoredText
{
    private const int LongestInteger = 18;
    private readonly ReadOnlySpan<byte> _text;

    internal StoredText(ReadOnlySpan<byte> text)
    {
        _text = text;
    }

    internal int Position { get; set; }

    internal readonly ReadOnlySpan<byte> Rest => _text[Position..];

    internal bool Takes(ReadOnlySpan<byte> expected)
    {
        if (!Rest.StartsWith(expected))
            return false;
        Position += expected.Length;
        return true;
    }

    internal bool TakesField(ReadOnlySpan<byte> name, out long value)
    {
        value = 0;
        return Takes(name) && TakesInteger(out value);
    }

    internal bool TakesField(ReadOnlySpan<byte> name, out int value)
    {
        bool takes = TakesField(name, out long wide);
        value = unchecked((int)wide);
        return takes && value == wide;
    }

    internal bool TakesInteger(out long value)
    {
        ReadOnlySpan<byte> rest = Rest;
        bool isNegative = rest is [(byte)'-', ..];
        int first = isNegative ? 1 : 0;
        int end = first;
        value = 0;
        while (end < rest.Length && IsDigit(rest[end]) && end - first < LongestInteger)
            value = (value * 10) + (rest[end++] - '0');
        if (end == first || !EndsNumber(rest, end) || HasSpareZero(rest, first, end))
            return false;
        value = isNegative ? -value : value;
        Position += end;
        return true;
    }

    /// <summary>A number; one written without point and exponent is <c>isInteger</c>.</summary>
    internal bool TakesNumber(out double value, out bool isInteger)
    {
        ReadOnlySpan<byte> rest = Rest;
        int end = rest.IndexOfAny((byte)',', (byte)'}', (byte)']');
        value = 0;
        isInteger = false;
        if (end <= 0 || !IsWellFormed(rest[..end])
            || !Utf8Parser.TryParse(rest[..end], out value, out int used)
            || used != end || !double.IsFinite(value))
            return false;
        isInteger = rest[..end].IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0;
        Position += end;
        return true;
    }

    /// <summary>A text without escapes, behind its opening quote.</summary>
    internal bool TakesName(out string name)
    {
        ReadOnlySpan<byte> rest = Rest;
        int end = rest.IndexOf((byte)'"');
        name = string.Empty;
        if (end < 0 || !NamePool.TryIntern(rest[..end], out name))
            return false;
        Position += end + 1;
        return true;
    }

    private static bool IsDigit(byte symbol) => symbol is >= (byte)'0' and <= (byte)'9';

    private static bool EndsNumber(ReadOnlySpan<byte> rest, int end) =>
        end < rest.Length && rest[end] is (byte)',' or (byte)'}' or (byte)']';

    // What the parser allows and JSON does not: a point without a digit on both sides.
    private static bool IsWellFormed(ReadOnlySpan<byte> number)
    {
        int first = number[0] == '-' ? 1 : 0;
        int point = number.IndexOf((byte)'.');
        return first < number.Length && IsDigit(number[first])
            && !HasSpareZero(number, first, number.Length)
            && (point < 0 || (point + 1 < number.Length && IsDigit(number[point + 1])));
    }

    // JSON has no leading zeros: a number with one was not written here.
    private static bool HasSpareZero(ReadOnlySpan<byte> rest, int first, int end) =>
        end - first > 1 && rest[first] == '0' && IsDigit(rest[first + 1]);
}
