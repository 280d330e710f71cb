namespace ActorTune.Actors;

/// <summary>
/// How many messages may wait for an actor. A message for a full lane becomes a dead letter; what
/// an actor asked for itself (timers, watches, operations) is always accepted.
/// </summary>
public sealed record MailboxOptions
{
    /// <summary>The capacity of a lane unless another is given.</summary>
    public const int DefaultCapacity = 1_000_000;

    /// <summary>The default options.</summary>
    public static MailboxOptions Default { get; } = new();

    /// <summary>How many data messages may wait. Threads that send at the same instant may exceed
    /// it by one message each.</summary>
    /// <value>1,000,000; at least 1.</value>
    public int DataCapacity { get; init => field = AtLeastOne(value, nameof(DataCapacity)); }
        = DefaultCapacity;

    /// <summary>How many control messages may wait, in the same sense.</summary>
    /// <value>1,000,000; at least 1.</value>
    public int ControlCapacity { get; init => field = AtLeastOne(value, nameof(ControlCapacity)); }
        = DefaultCapacity;

    private static int AtLeastOne(int value, string name) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(
            name, value, $"{name} is how many messages may wait, so it is at least 1.");
}
