using System.Globalization;
using ActorTune.Hocon.Resolution;
using ActorTune.Hocon.Syntax;

namespace ActorTune.Hocon;

/// <summary>
/// The conversions that the specification allows when a type is asked for. Each answers null and a
/// reason where the value does not convert.
/// </summary>
internal static class HoconConversions
{
    public static string? ToText(HoconValue value, out string reason)
    {
        reason = $"expected a string, got {value.Describe()}";
        return value switch
        {
            HoconString text => text.Value,
            HoconNumber number => number.Text,
            HoconBoolean boolean => boolean.Value ? "true" : "false",
            _ => null,
        };
    }

    public static bool? ToBoolean(HoconValue value, out string reason)
    {
        reason = $"expected true or false (also yes, no, on, off), got {value.Describe()}";
        return value switch
        {
            HoconBoolean boolean => boolean.Value,
            HoconString { Value: "true" or "yes" or "on" } => true,
            HoconString { Value: "false" or "no" or "off" } => false,
            _ => null,
        };
    }

    public static double? ToDouble(HoconValue value, out string reason)
    {
        reason = $"expected a number, got {value.Describe()}";
        if (NumberText(value) is not { } text)
            return null;
        double number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (double.IsFinite(number))
            return number;
        reason = $"{value.Describe()} is beyond the range of a double";
        return null;
    }

    public static long? ToLong(HoconValue value, out string reason) =>
        ToWhole(value, long.MinValue, long.MaxValue, out reason);

    public static int? ToInt(HoconValue value, out string reason) =>
        (int?)ToWhole(value, int.MinValue, int.MaxValue, out reason);

    public static TimeSpan? ToDuration(HoconValue value, out string reason)
    {
        reason = $"expected a duration such as 30s, 5 minutes or 100 ms, got {value.Describe()}";
        return QuantityText(value) is { } text ? HoconUnits.ToDuration(text, ref reason) : null;
    }

    public static long? ToSize(HoconValue value, out string reason)
    {
        reason = $"expected a size such as 512K, 10 MB or 1GiB, got {value.Describe()}";
        return QuantityText(value) is { } text ? HoconUnits.ToBytes(text, ref reason) : null;
    }

    /// <summary>The array, also where it is written as an object with numbers for keys.</summary>
    public static HoconArray? ToArray(HoconValue value, out string reason)
    {
        reason = $"expected an array, got {value.Describe()}";
        return value as HoconArray
            ?? (value is HoconObject candidate ? NumericKeys.ToArray(candidate) : null);
    }

    public static HoconObject? ToObject(HoconValue value, out string reason)
    {
        reason = $"expected an object, got {value.Describe()}";
        return value as HoconObject;
    }

    /// <summary>A member of an enumeration: hyphens and case do not count.</summary>
    public static T? ToEnum<T>(HoconValue value, out string reason)
        where T : struct, Enum
    {
        string[] names = [.. Enum.GetNames<T>().Select(NameStyle.Hyphenate)];
        reason = $"expected one of {string.Join(", ", names)}; got {value.Describe()}";
        if (value is not HoconString text)
            return null;
        int index = Array.FindIndex(names, name => NameStyle.AreSame(name, text.Value));
        if (index >= 0)
            return Enum.GetValues<T>()[index];
        reason += NameStyle.Suggest(text.Value, names);
        return null;
    }

    private static long? ToWhole(HoconValue value, long low, long high, out string reason)
    {
        reason = $"expected a whole number, got {value.Describe()}";
        if (NumberText(value) is not { } text)
            return null;
        if (NumberSyntax.TryLong(text, out long number) && number >= low && number <= high)
            return number;
        double approximate = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (approximate < low || approximate > high || Math.Abs(approximate) >= high)
            reason = $"expected a whole number from {low} to {high}, got {value.Describe()}";
        return null;
    }

    private static string? NumberText(HoconValue value) => value switch
    {
        HoconNumber number => number.Text,
        HoconString text when NumberSyntax.IsNumber(text.Value) => text.Value,
        _ => null,
    };

    private static string? QuantityText(HoconValue value) => value switch
    {
        HoconNumber number => number.Text,
        HoconString text => text.Value,
        _ => null,
    };
}
