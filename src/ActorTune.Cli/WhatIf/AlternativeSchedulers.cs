using ActorTune.Cli.Reading;
using ActorTune.Hocon;

namespace ActorTune.Cli.WhatIf;

/// <summary>Reads trial schedulers from the command line, written as in files.</summary>
internal static class AlternativeSchedulers
{
    /// <summary>Reads one trial scheduler; null when none is given.</summary>
    /// <param name="text">What was given.</param>
    /// <param name="option">By which option, for messages.</param>
    /// <exception cref="HoconException">The text is wrong.</exception>
    internal static StrategyOptions? Parse(string? text, string option = "--scheduler")
    {
        if (text is null)
            return null;
        string trimmed = text.Trim();
        bool isNamed = trimmed.Contains('{') && !trimmed.StartsWith('{');
        return Read(isNamed ? $"scheduler {{ {trimmed} }}" : $"scheduler = {trimmed}")
            ?? throw new CliException(ExitCode.BadInput, $"{option} names no trial scheduler");
    }

    /// <summary>All combinations of the values of swept options.</summary>
    internal static IReadOnlyList<StrategyOptions> Sweep(
        StrategyOptions scheduler, IReadOnlyList<string> sweeps)
    {
        IReadOnlyList<StrategyOptions> all = [scheduler];
        foreach (string sweep in sweeps)
        {
            string[] parts = sweep.Split('=', 2);
            if (parts is not [{ Length: > 0 } name, { Length: > 0 } values])
                throw new CliException(
                    ExitCode.BadInput,
                    $"--sweep needs an option and its values such as reduction-factor=2,3,4; "
                    + $"got '{sweep}'");
            all = [.. all.SelectMany(one => values.Split(',').Select(value =>
                With(one, name.Trim(), Value(name.Trim(), value.Trim()))))];
        }

        return all;
    }

    private static StrategyOptions With(
        StrategyOptions scheduler, string name, ParameterValue value)
    {
        bool isKnown = scheduler.Find(name) is not null;
        return isKnown
            ? scheduler with
            {
                Options = [.. scheduler.Options.Select(option =>
                    option.Key == name ? KeyValuePair.Create(name, value) : option)],
            }
            : scheduler.With(name, value);
    }

    private static ParameterValue Value(string name, string text) =>
        Read($"scheduler {{ any {{ \"{name}\" = {text} }} }}")?.Find(name)
            ?? throw new CliException(
                ExitCode.BadInput, $"--sweep: '{text}' is no value for {name}");

    private static StrategyOptions? Read(string document) =>
        HoconDocument.Parse(document, origin: "command line").Read(
            root => StrategyReader.Read(root.OptionalItem("scheduler")));
}
