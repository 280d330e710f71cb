namespace ActorTune.Actors;

/// <summary>
/// State that only its own handler touches, one message at a time. Handlers are synchronous and
/// short: what takes time (input, output, long computation) runs through
/// <see cref="ActorContext{TMessage}.PipeToSelf{T}"/> and comes back as a message.
/// </summary>
/// <remarks>
/// An exception in a handler or in <see cref="OnStarted"/> ends this instance;
/// <see cref="ActorOptions.Supervision"/> says what follows. A restart makes a new instance behind
/// the same address, without timers, watches, children or operations of the one before. Each
/// instance gets one goodbye: <see cref="OnRestarting"/> when another instance follows, otherwise
/// <see cref="OnStopped"/>.
/// </remarks>
/// <typeparam name="TMessage">What the actor accepts.</typeparam>
public abstract class Actor<TMessage>
{
    private ActorContext<TMessage>? _context;

    /// <summary>What the actor can ask of its host. Usable from its handlers only, starting with
    /// <see cref="OnStarted"/>.</summary>
    /// <exception cref="InvalidOperationException">No host drives this instance yet.</exception>
    protected ActorContext<TMessage> Context =>
        _context ?? throw new InvalidOperationException(
            $"{GetType().Name} has no context yet, because no host has started it. Move what needs "
            + $"the context from the constructor to {nameof(OnStarted)}.");

    /// <summary>Handles one message. Calls never overlap.</summary>
    /// <param name="message">The message.</param>
    protected abstract void Receive(TMessage message);

    /// <summary>Called once per instance, before its first message.</summary>
    protected virtual void OnStarted()
    {
    }

    /// <summary>Called when this instance has failed and another will take its place; its children
    /// are stopped after this call. An exception here is logged and changes nothing.</summary>
    /// <param name="cause">What ended this instance.</param>
    protected virtual void OnRestarting(Exception cause)
    {
    }

    /// <summary>Called when the actor ends for good, after all its children have ended. An
    /// exception here is logged and changes nothing.</summary>
    protected virtual void OnStopped()
    {
    }

    internal void Start(ActorContext<TMessage> context)
    {
        _context = context;
        OnStarted();
    }

    internal void Handle(TMessage message) => Receive(message);

    internal void EndForRestart(Exception cause) => OnRestarting(cause);

    internal void End() => OnStopped();
}
