using System.Globalization;

namespace ActorTune.TestKit.Strategies;

/// <summary>Reads one word of the notation of <see cref="SchedulerHarness.Run"/>.</summary>
internal static class ScheduleWord
{
    internal static SchedulerStep Do(SchedulerHarness harness, string text)
    {
        string[] parts = text.Split('~');
        double seconds = parts.Length > 1 ? Real(parts[1]) : 0;
        string word = parts[0];
        return word switch
        {
            "start" or "next" => harness.Next(),
            "promote" => harness.Next(mayStart: false),
            _ when word.StartsWith('+') => harness.Finish(Number(word[1..])),
            _ when word.EndsWith('!') => Timed(harness, word[..^1], seconds).Fail(Trial(word)),
            _ when word.EndsWith('-') => Timed(harness, word[..^1], seconds).Cancel(Trial(word)),
            _ => Measure(harness, word, seconds),
        };
    }

    private static SchedulerStep Measure(SchedulerHarness harness, string word, double seconds)
    {
        string[] parts = word.Split(':', '@');
        if (parts.Length != 3)
            throw new FormatException(
                $"'{word}' is no step; write next, promote, 3:0.5@9, 3!, 3- or +3.");
        double[] values = [.. parts[1].Split(';').Select(Real)];
        return Timed(harness, parts[0], seconds).Report(Number(parts[0]), Number(parts[2]), values);
    }

    private static SchedulerHarness Timed(SchedulerHarness harness, string trial, double seconds) =>
        harness.Took(Number(trial), seconds);

    private static int Trial(string word) => Number(word[..^1]);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static double Real(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
