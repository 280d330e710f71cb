using System.Collections.Frozen;
using ActorTune.Hocon.Syntax;

namespace ActorTune.Hocon;

/// <summary>
/// Numbers with units: durations and sizes in bytes, by the specification's tables.
/// </summary>
internal static class HoconUnits
{
    private const decimal TicksPerNanosecond = 0.01m;

    private static readonly FrozenDictionary<string, decimal> TicksOf = Table(
        (TicksPerNanosecond, "ns nano nanos nanosecond nanoseconds"),
        (TimeSpan.TicksPerMicrosecond, "us micro micros microsecond microseconds"),
        (TimeSpan.TicksPerMillisecond, "ms milli millis millisecond milliseconds"),
        (TimeSpan.TicksPerSecond, "s second seconds"),
        (TimeSpan.TicksPerMinute, "m minute minutes"),
        (TimeSpan.TicksPerHour, "h hour hours"),
        (TimeSpan.TicksPerDay, "d day days"));

    private static readonly FrozenDictionary<string, decimal> BytesOf = Table(
        (1, "B b byte bytes"),
        (Power(1000, 1), "kB kilobyte kilobytes"),
        (Power(1000, 2), "MB megabyte megabytes"),
        (Power(1000, 3), "GB gigabyte gigabytes"),
        (Power(1000, 4), "TB terabyte terabytes"),
        (Power(1000, 5), "PB petabyte petabytes"),
        (Power(1000, 6), "EB exabyte exabytes"),
        (Power(1000, 7), "ZB zettabyte zettabytes"),
        (Power(1000, 8), "YB yottabyte yottabytes"),
        (Power(1024, 1), "K k Ki KiB kibibyte kibibytes"),
        (Power(1024, 2), "M m Mi MiB mebibyte mebibytes"),
        (Power(1024, 3), "G g Gi GiB gibibyte gibibytes"),
        (Power(1024, 4), "T t Ti TiB tebibyte tebibytes"),
        (Power(1024, 5), "P p Pi PiB pebibyte pebibytes"),
        (Power(1024, 6), "E e Ei EiB exbibyte exbibytes"),
        (Power(1024, 7), "Z z Zi ZiB zebibyte zebibytes"),
        (Power(1024, 8), "Y y Yi YiB yobibyte yobibytes"));

    /// <summary>A duration, rounded to 100 nanoseconds; milliseconds without a unit.</summary>
    public static TimeSpan? ToDuration(string text, ref string reason)
    {
        if (Split(text, TicksOf, "ms", "unit of time", ref reason) is not var (number, ticks))
            return null;
        if (Math.Abs(number) <= long.MaxValue / ticks)
            return new TimeSpan((long)Math.Round(number * ticks));
        reason = $"'{text.Trim()}' is beyond the longest duration, {TimeSpan.MaxValue.Days} days";
        return null;
    }

    /// <summary>A size of whole bytes, not negative; bytes without a unit.</summary>
    public static long? ToBytes(string text, ref string reason)
    {
        if (Split(text, BytesOf, "B", "unit of size", ref reason) is not var (number, bytes))
            return null;
        if (number < 0)
            reason = $"a size cannot be negative, got '{text.Trim()}'";
        else if (number > long.MaxValue / bytes)
            reason = $"'{text.Trim()}' is beyond the largest size, {long.MaxValue} bytes";
        else if (NumberSyntax.TryWhole(number * bytes, out long size))
            return size;
        else
            reason = $"'{text.Trim()}' is no whole number of bytes";
        return null;
    }

    private static (decimal Number, decimal Unit)? Split(
        string text, FrozenDictionary<string, decimal> units, string defaultUnit, string family,
        ref string reason)
    {
        string trimmed = Trim(text);
        int letters = trimmed.Length;
        while (letters > 0 && char.IsLetter(trimmed[letters - 1]))
            letters--;
        string unit = trimmed[letters..];
        string digits = Trim(trimmed[..letters]);
        if (!NumberSyntax.IsNumber(digits))
            return null;
        if (!units.TryGetValue(unit.Length == 0 ? defaultUnit : unit, out decimal factor))
        {
            string hint = NameStyle.Suggest(unit, units.Keys.Order(StringComparer.Ordinal));
            reason = $"'{unit}' is no {family}{hint}; {reason}";
            return null;
        }

        if (NumberSyntax.TryDecimal(digits, out decimal number))
            return (number, factor);
        reason = $"'{digits}' is beyond the range of numbers with a unit; {reason}";
        return null;
    }

    private static string Trim(string text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && Characters.IsWhitespace(text[start]))
            start++;
        while (end > start && Characters.IsWhitespace(text[end - 1]))
            end--;
        return text[start..end];
    }

    private static FrozenDictionary<string, decimal> Table(
        params (decimal Factor, string Names)[] units) =>
        units.SelectMany(unit => unit.Names.Split(' '), (unit, name) => (name, unit.Factor))
            .ToFrozenDictionary(pair => pair.name, pair => pair.Factor, StringComparer.Ordinal);

    private static decimal Power(decimal basis, int exponent) =>
        exponent == 0 ? 1 : basis * Power(basis, exponent - 1);
}
