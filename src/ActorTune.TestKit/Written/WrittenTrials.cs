using System.Globalization;
using ActorTune.Simulation;
using ActorTune.Trials;

namespace ActorTune.TestKit.Written;

/// <summary>
/// Trials in a literal notation, for <see cref="StudySimulation"/>: a line for each trial with what
/// it reports at 1, 2, 3 and so on, one unit and one second each.
/// <code>
/// 0: 0.9 0.7 0.6
/// 1: 0.8 oom | 0.8 0.5 ...
/// *: 0.9 ...
/// </code>
/// After its last value a program returns; "..." repeats that value for ever. "nan" diverges;
/// "error", "oom", "hang", "lost" and "interrupted" end the attempt so. "|" begins the next
/// attempt's script, which starts at 1 again whatever it goes on from; the last one serves all
/// further attempts. "*" is every trial that has no line.
/// </summary>
public sealed class WrittenTrials : ISimulatedProgram
{
    private static readonly TimeSpan Unit = TimeSpan.FromSeconds(1);
    private static readonly Dictionary<string, AttemptEnd> Ends = new(StringComparer.Ordinal)
    {
        ["error"] = AttemptEnd.Error,
        ["oom"] = AttemptEnd.OutOfMemory,
        ["hang"] = AttemptEnd.Hang,
        ["lost"] = AttemptEnd.LostWorker,
        ["interrupted"] = AttemptEnd.Interrupted,
    };

    private readonly Dictionary<int, string[][]> _trials = [];
    private string[][]? _others;

    private WrittenTrials()
    {
    }

    /// <summary>Reads the notation.</summary>
    /// <param name="text">One line for each trial.</param>
    /// <exception cref="FormatException">A line or a word is not of the notation.</exception>
    public static WrittenTrials Parse(string text)
    {
        var scripts = new WrittenTrials();
        foreach (string line in text.Split(
            '\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            scripts.Add(line);
        return scripts;
    }

    /// <inheritdoc/>
    public SimulatedStep Next(in SimulatedTrial trial, Resource spent)
    {
        AttemptId attempt = trial.Attempt;
        string[][] attempts = _trials.GetValueOrDefault(attempt.Trial.Value) ?? _others
            ?? throw new SpecException($"Trial {attempt.Trial} was started and has no script.");
        string[] script = attempts[Math.Min(attempt.Number, attempts.Length) - 1];
        long at = spent.Units;
        if (at >= script.Length - 1 && script[^1] == "...")
            return SimulatedStep.Report(Unit, at + 1, Real(script[^2]));
        if (at >= script.Length)
            return SimulatedStep.Ends(TimeSpan.Zero, AttemptEnd.Returned);
        return Ends.TryGetValue(script[at], out AttemptEnd end)
            ? SimulatedStep.Ends(Unit, end)
            : SimulatedStep.Report(Unit, at + 1, Real(script[at]));
    }

    private static double Real(string word) => word == "nan"
        ? double.NaN
        : double.Parse(word, CultureInfo.InvariantCulture);

    private static bool IsReal(string word) => word == "nan"
        || double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static string[] Read(string script)
    {
        string[] words = script.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < words.Length; i++)
        {
            bool isLast = i == words.Length - 1;
            bool fits = IsReal(words[i]) || (isLast && Ends.ContainsKey(words[i]))
                || (isLast && i > 0 && words[i] == "...");
            if (!fits)
                throw new FormatException(
                    $"'{words[i]}' in '{script.Trim()}' is no value, and no end in its place.");
        }

        return words;
    }

    private void Add(string line)
    {
        string[] parts = line.Split(':', 2);
        string name = parts[0].Trim();
        if (parts.Length != 2)
            throw new FormatException($"'{line}' is no script; write '3: 0.9 0.7 ...'.");
        string[][] attempts = [.. parts[1].Split('|').Select(Read)];
        if (name == "*")
            _others = attempts;
        else
            _trials.Add(int.Parse(name, CultureInfo.InvariantCulture), attempts);
    }
}
