using Microsoft.Extensions.Logging;

namespace ActorTune.Actors;

/// <summary>
/// What an actor can ask of its host. Every member belongs to the handlers of the actor: never call
/// one from another thread or from inside an operation.
/// </summary>
/// <typeparam name="TMessage">What the actor accepts.</typeparam>
public abstract class ActorContext<TMessage>
{
    /// <summary>The actor's own address.</summary>
    public abstract IActorRef<TMessage> Self { get; }

    /// <summary>The clock of the host.</summary>
    public abstract TimeProvider Time { get; }

    /// <summary>A logger named after the actor's class.</summary>
    public abstract ILogger Logger { get; }

    /// <summary>Starts a child. It ends before its parent does, and with each instance of it.
    /// </summary>
    /// <typeparam name="TChild">What the child accepts.</typeparam>
    /// <param name="name">Unique among the children that have not ended yet.</param>
    /// <param name="factory">Makes a new actor at each call: one per start and restart.</param>
    /// <param name="options">Mailbox and supervision of the child; default options if null.</param>
    /// <returns>The address of the child.</returns>
    /// <exception cref="ArgumentException">The name cannot name an actor.</exception>
    /// <exception cref="InvalidOperationException">The name is taken, or this actor is ending.
    /// </exception>
    public abstract IActorRef<TChild> Spawn<TChild>(
        string name, Func<Actor<TChild>> factory, ActorOptions? options = null);

    /// <summary>Stops this actor: the running handler completes, no other message is handled, the
    /// children end, then <c>OnStopped</c> is called. Waiting messages become dead letters.
    /// </summary>
    public abstract void Stop();

    /// <summary>Stops a child, as it would stop itself.</summary>
    /// <param name="child">A child of this actor; nothing happens if it has ended.</param>
    /// <exception cref="ArgumentException">The address is not that of a child.</exception>
    public abstract void Stop(IActorRef child);

    /// <summary>
    /// Asks for one message when an actor has ended for good (a restart does not count): after all
    /// messages that it sent to this actor in the same lane, and at once if it has ended already.
    /// Never lost to a full mailbox. When that of a child arrives, the child's name is free again.
    /// Watching an actor again replaces the message.
    /// </summary>
    /// <param name="actor">An actor of the same host, not this one.</param>
    /// <param name="message">The message to receive.</param>
    /// <exception cref="ArgumentException">The address is not one of another actor of this host.
    /// </exception>
    public abstract void Watch(IActorRef actor, TMessage message);

    /// <summary>Ends a watch: its message does not arrive any more.</summary>
    /// <param name="actor">The watched actor; nothing happens if it is not watched.</param>
    public abstract void Unwatch(IActorRef actor);

    /// <summary>
    /// Runs an operation outside the actor and receives its result as a message, never lost to a
    /// full mailbox. When this instance ends, the operation is cancelled and its result dropped.
    /// </summary>
    /// <typeparam name="T">The result of the operation.</typeparam>
    /// <param name="operation">May start on any thread, after this call has returned; must not
    /// touch the actor's state. On a simulated host it completes at once or through the clock of
    /// the host.</param>
    /// <param name="map">Makes the message from result or failure. It may run on any thread, so it
    /// must be pure; if it throws, the actor fails.</param>
    public abstract void PipeToSelf<T>(
        Func<CancellationToken, ValueTask<T>> operation, Func<PipeResult<T>, TMessage> map);

    /// <summary>Sends a message to this actor once, after a delay. A timer with the same key is
    /// replaced. The message of a replaced or cancelled timer, or of one that an earlier instance
    /// started, never arrives; no timer message is lost to a full mailbox.</summary>
    /// <param name="key">Names the timer within this actor.</param>
    /// <param name="delay">Zero to <see cref="ActorTimer.MaxDelay"/>.</param>
    /// <param name="message">The message to receive.</param>
    public abstract void StartTimer(string key, TimeSpan delay, TMessage message);

    /// <summary>Sends a message to this actor after each period, otherwise as
    /// <see cref="StartTimer"/>. While a tick still waits in the mailbox, further ticks may be
    /// left out.</summary>
    /// <param name="key">Names the timer within this actor.</param>
    /// <param name="period">1 ms to <see cref="ActorTimer.MaxDelay"/>; also the delay of the
    /// first tick.</param>
    /// <param name="message">The message to receive.</param>
    public abstract void StartPeriodicTimer(string key, TimeSpan period, TMessage message);

    /// <summary>Cancels a timer.</summary>
    /// <param name="key">The key of the timer; nothing happens if there is none.</param>
    public abstract void CancelTimer(string key);
}
