using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorTune.Actors;

/// <summary>How a <see cref="SimulatedActorHost"/> works.</summary>
public sealed record SimulationOptions
{
    /// <summary>What goes wrong on purpose.</summary>
    /// <value>Nothing.</value>
    public SimulationFaults Faults { get; init; } = SimulationFaults.None;

    /// <summary>Whether the seed may lose what waits for an actor over a restart, as hosts are
    /// allowed to. The fate is drawn for each restart.</summary>
    /// <value>True.</value>
    public bool LosesMessagesOnRestart { get; init; } = true;

    /// <summary>How many steps one call may run before it is taken for endless.</summary>
    /// <value>100,000,000.</value>
    public long StepLimit { get; init; } = 100_000_000;

    /// <summary>How many of the last steps are kept for printing.</summary>
    /// <value>1,000; at least 1.</value>
    public int TraceLength { get; init => field = AtLeastOne(value); } = 1_000;

    /// <summary>What the clock shows first.</summary>
    /// <value>The start of the year 2000, UTC.</value>
    public DateTimeOffset Start { get; init; } = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Where the host and its actors log.</summary>
    /// <value>Nowhere.</value>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    private static int AtLeastOne(int value) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(
            nameof(TraceLength), value, "TraceLength is a count of steps, so it is at least 1.");
}
