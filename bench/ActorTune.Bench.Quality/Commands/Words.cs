using System.Globalization;
using ActorTune.Spaces;
using ActorTune.Studies;

namespace ActorTune.Bench.Quality.Commands;

/// <summary>The words of a command line after the command's name.</summary>
internal sealed class Words(string[] words)
{
    internal int Count => words.Length;

    internal string this[int index] => index < words.Length
        ? words[index]
        : throw new ArgumentException($"there are only {words.Length} words after the command");

    internal IReadOnlyList<string> From(int index) => index < words.Length ? words[index..] : [];

    internal string Text(int index, string fallback) =>
        index < words.Length ? words[index] : fallback;

    internal int Number(int index, int fallback) =>
        index < words.Length ? int.Parse(words[index], CultureInfo.InvariantCulture) : fallback;

    internal int[] Numbers(int index, string fallback) =>
        [.. Text(index, fallback).Split(',').Select(
            text => int.Parse(text, CultureInfo.InvariantCulture))];

    /// <summary>Reads NAME[,OPTION=VALUE..].</summary>
    internal static StrategyOptions Options(string text)
    {
        string[] parts = text.Split(',');
        var options = new StrategyOptions(parts[0]);
        foreach (string[] pair in parts.Skip(1).Select(part => part.Split('=')))
            options = options.With(pair[0], Value(pair[1]));
        return options;
    }

    private static ParameterValue Value(string text)
    {
        if (long.TryParse(text, CultureInfo.InvariantCulture, out long whole))
            return ParameterValue.Of(whole);
        if (double.TryParse(text, CultureInfo.InvariantCulture, out double number))
            return ParameterValue.Of(number);
        return bool.TryParse(text, out bool flag)
            ? ParameterValue.Of(flag)
            : ParameterValue.Of(text);
    }
}
