using System.Globalization;

namespace ActorTune.Actors;

/// <summary>One step of a simulation, for printing.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Elapsed">The virtual time since the start.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Sender">Where the message came from; the root path for outside.</param>
/// <param name="Receiver">The actor concerned.</param>
/// <param name="Subject">The message or what stands for it.</param>
public readonly record struct SimulationStep(
    long Number,
    TimeSpan Elapsed,
    SimulationStepKind Kind,
    ActorPath Sender,
    ActorPath Receiver,
    object? Subject)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Number,8} {Elapsed:c} {Kind,-10} {Sender} -> {Receiver}: {Subject}");
}

/// <summary>What happened in a step of a simulation.</summary>
public enum SimulationStepKind
{
    /// <summary>A message reached a mailbox or an ask.</summary>
    Arrived,

    /// <summary>An actor handled a message.</summary>
    Handled,

    /// <summary>The kernel told an actor something (start, stop, end of a child).</summary>
    Kernel,

    /// <summary>An operation started, or scheduled code of the test ran.</summary>
    Continued,

    /// <summary>A fault lost a message.</summary>
    Dropped,

    /// <summary>A fault doubled a message.</summary>
    Duplicated,

    /// <summary>A fault delayed a message.</summary>
    Delayed,

    /// <summary>A fault made an actor fail.</summary>
    Crashed,

    /// <summary>A restart lost what waited for an actor.</summary>
    Lost,
}
