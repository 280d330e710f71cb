namespace ActorTune.Actors;

/// <summary>
/// The address of an actor. It stays valid over restarts; after the actor has stopped, whatever
/// is sent to it becomes a dead letter.
/// </summary>
public interface IActorRef
{
    /// <summary>Where the actor lives in the tree of its host.</summary>
    ActorPath Path { get; }
}

/// <summary>The address of an actor that accepts <typeparamref name="TMessage"/>.</summary>
/// <typeparam name="TMessage">What the actor accepts. Messages are immutable.</typeparam>
public interface IActorRef<in TMessage> : IActorRef
{
    /// <summary>
    /// Sends a message and returns at once: it never blocks and awaits nothing. Messages from one
    /// sender to one receiver arrive in the order sent within their lane; there is no order between
    /// senders. A message that cannot be accepted becomes a dead letter.
    /// </summary>
    /// <param name="message">The message; <see cref="IControlMessage"/> selects the control lane.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="message"/> is null.</exception>
    void Tell(TMessage message);
}
