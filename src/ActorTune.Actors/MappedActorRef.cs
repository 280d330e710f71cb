namespace ActorTune.Actors;

/// <summary>
/// An address that accepts another type of message and translates it for the actor behind it, so
/// that an actor can receive the replies of others as messages of its own.
/// </summary>
/// <typeparam name="TFrom">What this address accepts.</typeparam>
/// <typeparam name="TTo">What the actor behind it accepts.</typeparam>
public sealed class MappedActorRef<TFrom, TTo> : IMappedActorRef, IActorRef<TFrom>
{
    private readonly IActorRef<TTo> _target;
    private readonly Func<TFrom, TTo> _map;

    internal MappedActorRef(IActorRef<TTo> target, Func<TFrom, TTo> map)
    {
        _target = target;
        _map = map;
    }

    /// <inheritdoc/>
    public IActorRef Target => _target;

    /// <inheritdoc/>
    public ActorPath Path => _target.Path;

    /// <inheritdoc/>
    public void Tell(TFrom message) => _target.Tell(_map(message));

    /// <inheritdoc/>
    public override string ToString() => Path.ToString();
}

/// <summary>An address that translates for another one; hosts look through it.</summary>
public interface IMappedActorRef : IActorRef
{
    /// <summary>The address behind this one.</summary>
    IActorRef Target { get; }
}

/// <summary>Translating addresses.</summary>
public static class ActorRefExtensions
{
    /// <summary>An address that translates each message for <paramref name="target"/>. It belongs
    /// to this process: a function does not travel.</summary>
    /// <typeparam name="TFrom">What the new address accepts.</typeparam>
    /// <typeparam name="TTo">What <paramref name="target"/> accepts.</typeparam>
    /// <param name="target">The actor that receives the translated message.</param>
    /// <param name="map">A pure function; it runs on the sender's side, so it must not touch the
    /// state of an actor and must not throw.</param>
    /// <returns>The new address.</returns>
    public static IActorRef<TFrom> Map<TFrom, TTo>(
        this IActorRef<TTo> target, Func<TFrom, TTo> map)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(map);
        return new MappedActorRef<TFrom, TTo>(target, map);
    }
}
