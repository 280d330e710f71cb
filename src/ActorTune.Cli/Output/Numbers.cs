namespace ActorTune.Cli.Output;

/// <summary>Numbers and times as people read them, the same in every culture.</summary>
internal static class Numbers
{
    /// <summary>A metric with six significant digits; exact values are in the JSON.</summary>
    internal static string Value(double? value) => value is { } number
        ? number.ToString("G6", CultureInfo.InvariantCulture)
        : "-";

    internal static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    internal static string Percent(double share) =>
        (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    /// <summary>An English plural: 1 epoch, 2 epochs.</summary>
    internal static string Of(long count, string unit) =>
        $"{Count(count)} {(count == 1 ? unit : unit + "s")}";

    internal static string Ordinal(int number) => (number % 100) switch
    {
        11 or 12 or 13 => Count(number) + "th",
        _ => Count(number) + (number % 10) switch
        {
            1 => "st",
            2 => "nd",
            3 => "rd",
            _ => "th",
        },
    };

    /// <summary>A configuration on one line, its numbers like metrics.</summary>
    internal static string Short(Configuration configuration) => string.Join(
        " ",
        configuration.Names.Zip(configuration.Values, (name, value) =>
            $"{name}={(value.Kind == ParameterValueKind.Float
                ? Value(value.AsDouble()) : value.ToString())}"));

    /// <summary>Hours, minutes and seconds; hours only where there are any.</summary>
    internal static string Time(TimeSpan time) => time.TotalHours < 1
        ? time.ToString(@"mm\:ss", CultureInfo.InvariantCulture)
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{(long)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}");

    internal static string Date(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A name in the hyphenated form of configuration files.</summary>
    internal static string Word(Enum value)
    {
        string name = value.ToString();
        var word = new StringBuilder();
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0)
                word.Append(' ');
            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }
}
