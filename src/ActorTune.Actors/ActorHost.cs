using Microsoft.Extensions.Logging;

namespace ActorTune.Actors;

/// <summary>What the hosts of this package share: the tree of actors, asks and dead letters. A host
/// elsewhere implements <see cref="IActorHost"/> itself.</summary>
public abstract class ActorHost : IActorHost
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ActorCell> _roots = [];
    private readonly TaskCompletionSource<ActorFailure> _rootFailure =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool _isStopping;
    private int _endpointCount;

    private protected ActorHost(TimeProvider time, ILoggerFactory loggerFactory)
    {
        Time = time;
        LoggerFactory = loggerFactory;
        Log = new HostLog(loggerFactory.CreateLogger(GetType().FullName!));
        DeadLetters = new DeadLetterOffice(Log);
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

    internal ILoggerFactory LoggerFactory { get; }

    internal HostLog Log { get; }

    internal DeadLetterOffice DeadLetters { get; }

    internal abstract TaskCreationOptions CompletionOptions { get; }

    /// <inheritdoc/>
    public IActorRef<TMessage> Spawn<TMessage>(
        string name, Func<Actor<TMessage>> factory, ActorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(factory);
        var path = ActorPath.Root.Child(name);
        ActorCell<TMessage> root;
        lock (_gate)
        {
            if (_isStopping)
            {
                throw Stopping(path);
            }

            if (_roots.ContainsKey(name))
            {
                throw ActorCell.NameTaken(path);
            }

            root = new ActorCell<TMessage>(
                this, null, path, factory, options ?? ActorOptions.Default);
            _roots.Add(name, root);
        }

        root.Mailbox.PostSystem(null, new SystemMessage(SystemMessageKind.Start));
        return root;
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
        var message = build(ask);
        ask.Start(message?.GetType() ?? typeof(TMessage), target.Path, deadline, cancellation);
        target.Tell(message);
        return ask.Task;
    }

    /// <inheritdoc/>
    public void Stop(IActorRef actor)
    {
        var cell = CellOf(actor);
        if (cell.Parent is not null)
        {
            throw new ArgumentException(
                $"Actor {cell.Path} is no root actor, so only its parent stops it. "
                + "Stop the root, or send a message that asks the actor to stop.",
                nameof(actor));
        }

        cell.Mailbox.PostSystem(null, new SystemMessage(SystemMessageKind.Stop));
    }

    /// <inheritdoc/>
    public Task WhenStopped(IActorRef actor) => CellOf(actor).WhenStopped;

    /// <inheritdoc/>
    public virtual Task StopAsync() => StopRoots();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    internal abstract IMailbox<TMessage> CreateMailbox<TMessage>(
        ActorCell<TMessage> cell, MailboxOptions options);

    internal abstract void StartOperation(PipeOperation operation);

    /// <summary>An operation has completed; its result is about to be posted.</summary>
    internal virtual void OnOperationCompleted(ActorCell cell)
    {
    }

    /// <summary>Cancels operations, whose code may go on at once in reaction.</summary>
    internal abstract void Cancel(CancellationTokenSource operations);

    internal virtual void PostReply<TReply>(AskReply<TReply> ask, TReply reply) =>
        ask.Complete(reply);

    internal static InvalidOperationException Stopping(ActorPath path) => new(
        $"Actor {path} cannot be spawned because its host has stopped or is stopping. "
        + "Spawn before StopAsync, or use another host.");

    internal int NextEndpointNumber() => Interlocked.Increment(ref _endpointCount);

    internal ActorCell CellOf(IActorRef actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var target = actor;
        while (target is IMappedActorRef mapped)
        {
            target = mapped.Target;
        }

        return target is ActorCell cell && cell.Host == this
            ? cell
            : throw new ArgumentException(
                $"{actor.Path} ({target.GetType().Name}) is no actor of this host. Use an address "
                + "that a Spawn of this host returned.",
                nameof(actor));
    }

    internal void OnActorFailed(ActorFailure failure)
    {
        if (ActorFailed is { } handler)
        {
            Log.Guarded(handler, failure);
        }

        if (failure.Outcome == ActorFailureOutcome.Escalate && IsRoot(failure.Actor))
        {
            Log.RootFailed(failure.Cause, failure.Actor);
            _rootFailure.TrySetResult(failure);
        }
    }

    internal void OnRootStopped(ActorCell root)
    {
        lock (_gate)
        {
            _roots.Remove(root.Path.Name);
        }
    }

    private protected Task StopRoots()
    {
        ActorCell[] roots;
        lock (_gate)
        {
            _isStopping = true;
            roots = [.. _roots.Values];
        }

        foreach (var root in roots)
        {
            root.Mailbox.PostSystem(null, new SystemMessage(SystemMessageKind.Stop));
        }

        return Task.WhenAll(roots.Select(root => root.WhenStopped));
    }

    private static bool IsRoot(ActorPath path) => path.ToString().LastIndexOf('/') == 0;
}
