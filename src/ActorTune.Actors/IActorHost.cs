namespace ActorTune.Actors;

/// <summary>
/// Where actors live. All hosts keep one contract, which the suite <c>ActorHostSpec</c> of the test
/// kit holds: the same actors run on the thread pool, in a simulation or on an actor framework.
/// </summary>
public interface IActorHost : IAsyncDisposable
{
    /// <summary>The clock of timers, deadlines and backoff.</summary>
    TimeProvider Time { get; }

    /// <summary>How many messages became dead letters so far.</summary>
    long DeadLetterCount { get; }

    /// <summary>Completes with the first failure that escalated past a root actor.</summary>
    Task<ActorFailure> RootFailure { get; }

    /// <summary>Raised for each dead letter, on the thread that found it; for tests and telemetry.
    /// A handler must be quick; what it throws is logged.</summary>
    event Action<DeadLetter>? DeadLettered;

    /// <summary>Raised for each failure of an actor, once what follows is under way (the timer of a
    /// backoff runs by then). A handler must be quick; what it throws is logged.</summary>
    event Action<ActorFailure>? ActorFailed;

    /// <summary>Starts a root actor.</summary>
    /// <typeparam name="TMessage">What the actor accepts.</typeparam>
    /// <param name="name">Unique among the root actors that have not ended yet.</param>
    /// <param name="factory">Makes a new actor at each call: one per start and restart.</param>
    /// <param name="options">Mailbox and supervision; default options if null.</param>
    /// <returns>The address of the actor.</returns>
    /// <exception cref="ArgumentException">The name cannot name an actor.</exception>
    /// <exception cref="InvalidOperationException">The name is taken, or the host is stopping.
    /// </exception>
    IActorRef<TMessage> Spawn<TMessage>(
        string name, Func<Actor<TMessage>> factory, ActorOptions? options = null);

    /// <summary>
    /// Sends a message that carries an address for the reply, and completes with the first reply.
    /// For code outside actors, and for operations; an actor puts its own address, or a mapped one,
    /// into the message.
    /// </summary>
    /// <typeparam name="TMessage">What the actor accepts.</typeparam>
    /// <typeparam name="TReply">The reply.</typeparam>
    /// <param name="target">The actor to ask.</param>
    /// <param name="build">Makes the message around the address for the reply.</param>
    /// <param name="deadline">How long to wait for the reply, on the clock of the host.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>The reply; faulted with <see cref="AskTimeoutException"/> after the deadline.
    /// </returns>
    Task<TReply> Ask<TMessage, TReply>(
        IActorRef<TMessage> target,
        Func<IActorRef<TReply>, TMessage> build,
        TimeSpan deadline,
        CancellationToken cancellation = default);

    /// <summary>Stops a root actor and everything below it.</summary>
    /// <param name="actor">A root actor; nothing happens if it has ended.</param>
    /// <exception cref="ArgumentException">The address is not that of a root actor of this host.
    /// </exception>
    void Stop(IActorRef actor);

    /// <summary>Completes when an actor has ended for good.</summary>
    /// <param name="actor">An actor of this host.</param>
    /// <returns>A task that never fails.</returns>
    Task WhenStopped(IActorRef actor);

    /// <summary>Stops all actors, children before parents, and completes when all have ended. May
    /// be called again.</summary>
    /// <returns>The completion.</returns>
    Task StopAsync();
}
