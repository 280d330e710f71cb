using Microsoft.Extensions.Logging.Abstractions;

namespace ActorTune.Akka;

/// <summary>How an <see cref="AkkaActorHost"/> works.</summary>
public sealed record AkkaHostOptions
{
    /// <summary>
    /// The clock of timers, deadlines and backoff. Akka's own scheduler is used only through a
    /// <see cref="SchedulerTimeProvider"/>.
    /// </summary>
    /// <value>The clock of the system.</value>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where the host and its actors log.</summary>
    /// <value>Nowhere.</value>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;
}
