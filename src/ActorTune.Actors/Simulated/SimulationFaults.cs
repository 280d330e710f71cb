namespace ActorTune.Actors;

/// <summary>
/// Decides what goes wrong in a simulation. Decisions depend on the delivery alone, chance included
/// (<see cref="SimulatedDelivery.Chance"/>), so that a seed repeats them.
/// </summary>
public abstract class SimulationFaults
{
    /// <summary>Nothing goes wrong.</summary>
    public static SimulationFaults None { get; } = new NoFaults();

    /// <summary>Called when a message is sent to another actor or as a reply. What an actor sends
    /// to itself, timers, watches and results of operations are not lost by a transport.</summary>
    /// <param name="delivery">What is sent.</param>
    /// <returns>What the transport does with it.</returns>
    public virtual DeliveryFault OnSent(in SimulatedDelivery delivery) => DeliveryFault.None;

    /// <summary>Called when an actor is about to handle a message.</summary>
    /// <param name="delivery">What it would handle.</param>
    /// <returns>Null to handle it; otherwise the actor fails with this and the message is lost.
    /// </returns>
    public virtual Exception? OnHandling(in SimulatedDelivery delivery) => null;

    private sealed class NoFaults : SimulationFaults;
}

/// <summary>One message on its way in a simulation.</summary>
/// <param name="Sender">Who sent it; the root path for code outside actors, and the receiver itself
/// for what the kernel posts.</param>
/// <param name="Receiver">Whom it is for.</param>
/// <param name="Message">The message.</param>
/// <param name="Chance">A draw from 0 to below 1 that belongs to this call.</param>
public readonly record struct SimulatedDelivery(
    ActorPath Sender, ActorPath Receiver, object Message, double Chance);

/// <summary>What a simulated transport does with a message.</summary>
public readonly record struct DeliveryFault
{
    private DeliveryFault(int copies, TimeSpan delay)
    {
        ExtraCopyCount = copies;
        Delay = delay;
    }

    /// <summary>Delivers it.</summary>
    public static DeliveryFault None => default;

    /// <summary>Loses it.</summary>
    public static DeliveryFault Drop => new(-1, TimeSpan.Zero);

    /// <summary>Delivers it twice.</summary>
    public static DeliveryFault Duplicate => new(1, TimeSpan.Zero);

    internal int ExtraCopyCount { get; }

    internal TimeSpan Delay { get; }

    /// <summary>Delivers it later; what its sender sends to the same receiver in the same lane
    /// waits behind it.</summary>
    /// <param name="delay">How much later, in virtual time; not negative.</param>
    /// <returns>The fault.</returns>
    public static DeliveryFault DelayBy(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return new DeliveryFault(0, delay);
    }
}
