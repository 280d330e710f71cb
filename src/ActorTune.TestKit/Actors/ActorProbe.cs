using System.Globalization;
using ActorTune.Actors;

namespace ActorTune.TestKit.Actors;

/// <summary>
/// An actor of a test on a simulated host: other actors are given its <see cref="Address"/>, it
/// sends and watches as they do, and the test demands what arrives. Demands drive the host in
/// virtual time, so that nothing sleeps and a seed repeats all of it.
/// </summary>
/// <remarks>
/// The kernel knows no sender of a message: whoever wants an answer puts an address into the
/// message. A demand returns the message, so that the test can answer with
/// <see cref="Send{TOther}"/>, and <see cref="Reaction"/> answers without the test.
/// </remarks>
/// <typeparam name="TMessage">What the probe accepts.</typeparam>
public sealed class ActorProbe<TMessage>
    where TMessage : notnull
{
    private readonly SimulatedActorHost _host;
    private readonly IActorRef<ProbeMail> _actor;
    private readonly List<ProbeArrival> _arrivals = [];
    private int _seen;

    /// <summary>Starts a probe.</summary>
    /// <param name="host">The host.</param>
    /// <param name="name">Its name among the root actors.</param>
    public ActorProbe(SimulatedActorHost host, string name = "probe")
    {
        ArgumentNullException.ThrowIfNull(host);
        _host = host;
        _actor = host.Spawn(name, () => new ProbeActor(Take));
        // What overtakes other messages on its way to an actor does so on its way to a probe.
        Address = _actor.Map<TMessage, ProbeMail>(message => message is IControlMessage
            ? new ProbeMail.Control(message)
            : new ProbeMail.Data(message));
    }

    /// <summary>Where to send to.</summary>
    public IActorRef<TMessage> Address { get; }

    /// <summary>How far a demand lets the clock move where the test says nothing.</summary>
    /// <value>Default: 3 seconds.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Called by the probe with each message, before the test sees it; it may send to others.
    /// </summary>
    /// <value>Default: null, the probe answers nothing by itself.</value>
    public Action<TMessage>? Reaction { get; set; }

    /// <summary>Demands that the next thing to arrive is a message that fits.</summary>
    /// <typeparam name="T">The type of the message.</typeparam>
    /// <param name="fits">What else must be true of it; null: any.</param>
    /// <param name="within">How far the clock may move; null: <see cref="Patience"/>.</param>
    /// <returns>The message.</returns>
    /// <exception cref="SpecException">Nothing came in time, or something else; it lists what
    /// did.</exception>
    public T ExpectMessage<T>(Func<T, bool>? fits = null, TimeSpan? within = null)
        where T : TMessage
    {
        string wanted = Wanted<T>(fits is not null);
        ProbeArrival next = Next(wanted, within);
        return next.Content is T message && (fits is null || fits(message))
            ? message
            : throw Refused(wanted, $"{next}");
    }

    /// <summary>Passes over what arrives until a message fits.</summary>
    /// <inheritdoc cref="ExpectMessage{T}"/>
    public T WaitFor<T>(Func<T, bool>? fits = null, TimeSpan? within = null)
        where T : TMessage
    {
        TimeSpan end = _host.Clock.Elapsed + (within ?? Patience);
        string wanted = Wanted<T>(fits is not null);
        while (true)
        {
            TimeSpan left = end - _host.Clock.Elapsed;
            if (Next(wanted, left).Content is T message && (fits is null || fits(message)))
                return message;
        }
    }

    /// <summary>Lets time pass and demands that nothing arrives in it, and that nothing arrived
    /// that the test has not seen.</summary>
    /// <param name="within">The virtual time that passes; zero: what happens at once.</param>
    /// <exception cref="SpecException">Something arrived.</exception>
    public void ExpectNone(TimeSpan within)
    {
        if (_host.RunUntil(() => _seen < _arrivals.Count, within))
            throw Refused($"nothing within {within}", $"{_arrivals[_seen]}");
    }

    /// <summary>Asks to be told when an actor has ended for good.</summary>
    /// <param name="actor">Another actor of the host.</param>
    public void Watch(IActorRef actor) => _actor.Tell(new ProbeMail.Watch(actor));

    /// <summary>Demands that the next thing to arrive is the end of a watched actor. A restart is
    /// no end.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="within">How far the clock may move; null: <see cref="Patience"/>.</param>
    /// <exception cref="SpecException">Something else came, or nothing.</exception>
    public void ExpectStopped(IActorRef actor, TimeSpan? within = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        string wanted = $"the end of {actor.Path}";
        ProbeArrival next = Next(wanted, within);
        if (next.Content is not ProbeMail.Ended ended || ended.Actor.Path != actor.Path)
            throw Refused(wanted, $"{next}");
    }

    /// <summary>Sends a message as the probe: in order with all else that it sends there.
    /// </summary>
    /// <typeparam name="TOther">What the receiver accepts.</typeparam>
    /// <param name="receiver">The receiver.</param>
    /// <param name="message">The message.</param>
    public void Send<TOther>(IActorRef<TOther> receiver, TOther message)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        _actor.Tell(new ProbeMail.Act(() => receiver.Tell(message)));
    }

    private static string Wanted<T>(bool isParticular) =>
        isParticular ? $"a fitting {typeof(T).Name}" : $"{typeof(T).Name}";

    private void Take(object content)
    {
        _arrivals.Add(new ProbeArrival(_host.Clock.Elapsed, content));
        if (content is TMessage message)
            Reaction?.Invoke(message);
    }

    private ProbeArrival Next(string wanted, TimeSpan? within)
    {
        TimeSpan limit = within ?? Patience;
        return _host.RunUntil(() => _seen < _arrivals.Count, limit)
            ? _arrivals[_seen++]
            : throw Refused(wanted, $"nothing within {limit}");
    }

    private SpecException Refused(string wanted, string came)
    {
        string all = _arrivals.Count == 0 ? " nothing" : "\n  " + string.Join("\n  ", _arrivals);
        return new SpecException(string.Create(
            CultureInfo.InvariantCulture,
            $"{Address.Path} at {_host.Clock.Elapsed}: expected {wanted}, got {came}.\n"
            + $"Arrived so far:{all}\nSeed {_host.Seed}."));
    }
}
