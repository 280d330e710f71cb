namespace ActorTune.Actors;

/// <summary>The limits of timers.</summary>
public static class ActorTimer
{
    /// <summary>The longest delay of a timer: 49 days, what every <see cref="TimeProvider"/> can
    /// hold.</summary>
    public static TimeSpan MaxDelay { get; } = TimeSpan.FromDays(49);

    internal static void Validate(string key, TimeSpan delay, TimeSpan min, string parameter)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (delay < min || delay > MaxDelay)
        {
            throw new ArgumentOutOfRangeException(
                parameter, delay, $"Timer '{key}' needs {parameter} from {min} to {MaxDelay}.");
        }
    }
}
