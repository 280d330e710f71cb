namespace ActorTune.Cli.Replaying;

/// <summary>
/// How long a replay waits before each event: the recorded time, so many times faster. Time in
/// which nobody worked on the study passes at once, and long waits are cut.
/// </summary>
internal sealed class PlayPace
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private readonly double _speed;
    private DateTimeOffset? _last;

    internal PlayPace(double speed) => _speed = speed;

    /// <summary>How many times faster a study must pass to take half a minute.</summary>
    internal static double SpeedOf(TimeSpan active) => Math.Max(1, active.TotalSeconds / 30);

    /// <summary>The wait before an event; events are asked in their order.</summary>
    internal TimeSpan Before(JournalEntry entry)
    {
        TimeSpan passed = _last is { } last && entry.Event is not CoordinatorStarted
            ? (entry.At - last) / _speed
            : TimeSpan.Zero;
        _last = entry.At;
        return passed < Longest ? passed : Longest;
    }
}
