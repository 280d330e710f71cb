using System.Globalization;
using System.Text.RegularExpressions;

namespace ActorTune.Hocon.Syntax;

/// <summary>Numbers by the grammar of JSON (RFC 8259, section 6).</summary>
internal static partial class NumberSyntax
{
    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z")]
    private static partial Regex Grammar { get; }

    public static bool IsNumber(string text) => Grammar.IsMatch(text);

    public static bool IsStart(char c) => char.IsAsciiDigit(c) || c == '-';

    public static bool IsPart(char c) =>
        char.IsAsciiDigit(c) || c is '-' or '+' or '.' or 'e' or 'E';

    /// <summary>Reads a whole number exactly, also where it is written 1e3 or 2.0.</summary>
    public static bool TryLong(string text, out long value)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
                out value))
            return true;
        return IsNumber(text)
            && TryDecimal(text, out decimal number)
            && TryWhole(number, out value);
    }

    /// <summary>Reads a number that a decimal can hold; refuses what is beyond its range.</summary>
    public static bool TryDecimal(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
        && (number != 0 || IsZero(text));

    /// <summary>Narrows to a long where that loses nothing.</summary>
    public static bool TryWhole(decimal number, out long value)
    {
        value = 0;
        if (number != decimal.Truncate(number) || number < long.MinValue || number > long.MaxValue)
            return false;
        value = (long)number;
        return true;
    }

    // a decimal rounds what is below its resolution to zero: that is not the number written
    private static bool IsZero(string text)
    {
        int exponent = text.AsSpan().IndexOfAny('e', 'E');
        ReadOnlySpan<char> digits = exponent < 0 ? text : text.AsSpan(0, exponent);
        return !digits.ContainsAnyInRange('1', '9');
    }
}
