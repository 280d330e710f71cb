namespace ActorTune.Actors;

/// <summary>
/// One instance of an actor, as a host drives it. Only hosts need this type: it is how a host in
/// another assembly calls the protected handlers. The host calls one member at a time.
/// </summary>
/// <typeparam name="TMessage">What the actor accepts.</typeparam>
public sealed class ActorIncarnation<TMessage>
{
    private readonly Actor<TMessage> _actor;

    /// <summary>Makes the instance; <see cref="Start"/> starts it.</summary>
    /// <param name="factory">Makes a new actor at each call.</param>
    /// <exception cref="InvalidOperationException">The factory returned null.</exception>
    public ActorIncarnation(Func<Actor<TMessage>> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        _actor = factory() ?? throw new InvalidOperationException(
            $"The factory of an actor of {typeof(TMessage).Name} returned null. "
            + "It has to return a new actor at each call.");
    }

    /// <summary>The full name of the actor's class, which names its logger.</summary>
    public string ActorTypeName => _actor.GetType().FullName ?? _actor.GetType().Name;

    /// <summary>Gives the instance its context and calls <c>OnStarted</c>.</summary>
    /// <param name="context">The context of this instance.</param>
    public void Start(ActorContext<TMessage> context) => _actor.Start(context);

    /// <summary>Calls <c>Receive</c>.</summary>
    /// <param name="message">The message.</param>
    public void Receive(TMessage message) => _actor.Handle(message);

    /// <summary>Calls <c>OnRestarting</c>.</summary>
    /// <param name="cause">What ended this instance.</param>
    public void EndForRestart(Exception cause) => _actor.EndForRestart(cause);

    /// <summary>Calls <c>OnStopped</c>.</summary>
    public void End() => _actor.End();
}
