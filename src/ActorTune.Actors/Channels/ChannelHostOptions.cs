using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorTune.Actors;

/// <summary>How a <see cref="ChannelActorHost"/> works.</summary>
public sealed record ChannelHostOptions
{
    /// <summary>The clock of timers, deadlines and backoff.</summary>
    /// <value>The clock of the system.</value>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where the host and its actors log.</summary>
    /// <value>Nowhere.</value>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    /// <summary>How many messages an actor may handle before others get the thread.</summary>
    /// <value>100; at least 1.</value>
    public int Throughput { get; init => field = AtLeastOne(value); } = 100;

    private static int AtLeastOne(int value) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(
            nameof(Throughput), value, "Throughput is a count of messages, so it is at least 1.");
}
