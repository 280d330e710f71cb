using Akka.Actor;
using AkkaDeadLetter = Akka.Event.DeadLetter;

namespace ActorTune.Akka;

/// <summary>
/// Runs actors in an actor system of Akka.NET, on its dispatchers and under its guardian. The
/// system belongs to the caller, who ends it after the host; a system may have several hosts.
/// Messages that wait over a restart are kept.
/// </summary>
public sealed partial class AkkaActorHost : IActorHost
{
    private static int _lastNumber;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Root> _roots = new(StringComparer.Ordinal);
    private readonly DeadLetterListener _listener;
    private readonly TaskCompletionSource<ActorFailure> _rootFailure =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool _isStopping;

    /// <summary>Makes a host in an actor system.</summary>
    /// <param name="system">The actor system.</param>
    /// <param name="options">Clock and logging; the defaults if null.</param>
    public AkkaActorHost(AkkaSystem system, AkkaHostOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        AkkaHostOptions chosen = options ?? new AkkaHostOptions();
        System = (ExtendedActorSystem)system;
        Time = chosen.Time;
        LoggerFactory = chosen.LoggerFactory;
        Number = Interlocked.Increment(ref _lastNumber);
        Log = new HostLog(LoggerFactory.CreateLogger(typeof(AkkaActorHost).FullName!));
        DeadLetters = new DeadLetterOffice(Log);
        OwnSettings.AddTo(system);
        _listener = new DeadLetterListener(this, System);
        System.EventStream.Subscribe(_listener, typeof(AkkaDeadLetter));
    }

    /// <inheritdoc/>
    public event Action<DeadLetter>? DeadLettered
    {
        add => DeadLetters.Added += value;
        remove => DeadLetters.Added -= value;
    }

    /// <inheritdoc/>
    public event Action<ActorFailure>? ActorFailed;

    /// <inheritdoc/>
    public TimeProvider Time { get; }

    /// <inheritdoc/>
    public long DeadLetterCount => DeadLetters.Count;

    /// <inheritdoc/>
    public Task<ActorFailure> RootFailure => _rootFailure.Task;

    internal ExtendedActorSystem System { get; }

    internal ILoggerFactory LoggerFactory { get; }

    internal HostLog Log { get; }

    internal DeadLetterOffice DeadLetters { get; }

    /// <summary>Tells the actors of several hosts in one system apart.</summary>
    internal int Number { get; }

    /// <inheritdoc/>
    public IActorRef<TMessage> Spawn<TMessage>(
        string name, Func<Actor<TMessage>> factory, ActorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(factory);
        ActorPath path = ActorPath.Root.Child(name);
        var setup =
            new ShellSetup<TMessage>(this, path, options ?? ActorOptions.Default, factory);
        lock (_gate)
        {
            if (_isStopping)
                throw ActorHost.Stopping(path);
            if (_roots.ContainsKey(name))
                throw ActorCell.NameTaken(path);
            AkkaRef root =
                System.ActorOf(PropsOf<TMessage>(setup), ShellName.OfRoot(name, Number));
            _roots.Add(name, new Root(root, setup));
            return new AkkaActorRef<TMessage>(root, path, setup);
        }
    }

    /// <inheritdoc/>
    public Task<TReply> Ask<TMessage, TReply>(
        IActorRef<TMessage> target,
        Func<IActorRef<TReply>, TMessage> build,
        TimeSpan deadline,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(build);
        ActorTimer.Validate("ask", deadline, TimeSpan.Zero, nameof(deadline));
        cancellation.ThrowIfCancellationRequested();
        var ask = new AskReply<TReply>(this);
        TMessage message = build(ask);
        ask.Start(message?.GetType() ?? typeof(TMessage), target.Path, deadline, cancellation);
        target.Tell(message);
        return ask.Task;
    }

    /// <summary>
    /// The typed address of an actor that was written for Akka.NET, such as a probe of its TestKit
    /// or a router, so that actors of this host can send to it and watch it.
    /// </summary>
    /// <typeparam name="TMessage">What that actor accepts; this is not checked.</typeparam>
    /// <param name="actor">An actor of the host's actor system, or one that the system reaches.
    /// </param>
    public IActorRef<TMessage> AddressOf<TMessage>(AkkaRef actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return new AkkaActorRef<TMessage>(actor, ShellName.Read(actor.Path));
    }

    /// <inheritdoc/>
    public void Stop(IActorRef actor)
    {
        AkkaRef target = TargetOf(actor);
        if (target.Path.Elements.Count != 2)
        {
            throw new ArgumentException(
                $"Actor {actor.Path} is no root actor, so only its parent stops it. "
                + "Stop the root, or send a message that asks the actor to stop.",
                nameof(actor));
        }

        target.Tell(StopSignal.Instance, ActorRefs.NoSender);
    }

    /// <inheritdoc/>
    public Task WhenStopped(IActorRef actor) => SetupOf(actor).WhenStopped;

    /// <inheritdoc/>
    public async Task StopAsync()
    {
        Root[] roots;
        lock (_gate)
        {
            _isStopping = true;
            roots = [.. _roots.Values];
        }

        foreach (Root root in roots)
            root.Target.Tell(StopSignal.Instance, ActorRefs.NoSender);
        // An actor system that went down first has taken its actors with it.
        await Task.WhenAny(
            Task.WhenAll(roots.Select(root => root.Setup.WhenStopped)), System.WhenTerminated)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        System.EventStream.Unsubscribe(_listener);
    }
}
