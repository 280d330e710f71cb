namespace ActorTune.Cli.Replaying;

/// <summary>A point of a study's past: an event, a time, or a time since the start.</summary>
internal sealed record StudyMoment
{
    private const string Forms =
        "a time is a date such as 2026-01-31T12:00:00Z (UTC unless it says otherwise) or a "
        + "duration since the study's start such as 90s, 5m or 1h30m";

    private long? _sequence;
    private DateTimeOffset? _time;
    private TimeSpan? _sinceStart;

    private StudyMoment()
    {
    }

    /// <summary>The last event that there is.</summary>
    internal static StudyMoment End { get; } = new();

    /// <summary>Reads what the options <c>--to</c> and <c>--at</c> say.</summary>
    /// <exception cref="CliException">The time has no form that is known here.</exception>
    internal static StudyMoment Of(long? sequence, string? time)
    {
        if (sequence is not null && time is not null)
            throw new CliException(ExitCode.BadInput, "give --to or --at, not both");
        if (sequence is not null)
            return new StudyMoment { _sequence = sequence };
        if (time is null)
            return End;
        if (Duration(time) is { } duration)
            return new StudyMoment { _sinceStart = duration };
        if (DateTimeOffset.TryParse(
            time,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out DateTimeOffset at))
            return new StudyMoment { _time = at };
        throw new CliException(ExitCode.BadInput, $"'{time}' is no time; {Forms}");
    }

    /// <summary>Whether an event lies beyond it.</summary>
    /// <param name="entry">The event.</param>
    /// <param name="start">When the study was created.</param>
    internal bool IsPassedBy(JournalEntry entry, DateTimeOffset start) =>
        entry.Sequence.Value > _sequence || entry.At > _time || entry.At - start > _sinceStart;

    /// <exception cref="CliException">A study with this many events has no such one.</exception>
    internal void Check(StudyListing study)
    {
        if (_sequence < 1 || _sequence > study.Head.Value)
            throw new CliException(ExitCode.NotFound, string.Create(
                CultureInfo.InvariantCulture,
                $"study '{study.Study}' has the events 1 to {study.Head}, not {_sequence}"));
    }

    private static TimeSpan? Duration(string text)
    {
        double seconds = 0;
        int position = 0;
        do
        {
            int digits = Skip(text, position, letter => char.IsAsciiDigit(letter) || letter == '.');
            int end = Skip(text, digits, char.IsAsciiLetter);
            bool isNumber = double.TryParse(
                text.AsSpan(position, digits - position),
                CultureInfo.InvariantCulture,
                out double number);
            if (!isNumber || Unit(text[digits..end]) is not { } unit)
                return null;
            seconds += number * unit;
            position = end;
        }
        while (position < text.Length);

        return seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static int Skip(string text, int start, Func<char, bool> belongs)
    {
        while (start < text.Length && belongs(text[start]))
            start++;
        return start;
    }

    private static double? Unit(string word) => word switch
    {
        "ms" => 0.001,
        "s" => 1,
        "m" => 60,
        "h" => 3_600,
        "d" => 86_400,
        _ => null,
    };
}
