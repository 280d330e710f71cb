namespace ActorTune.Actors;

/// <summary>The typed half of a cell: the instance and what it has asked for.</summary>
internal sealed class ActorCell<TMessage> : ActorCell, IActorRef<TMessage>
{
    private readonly Func<Actor<TMessage>> _factory;
    private readonly IMailbox<TMessage> _mailbox;
    private readonly Dictionary<ActorCell, TMessage> _watched = [];
    private readonly Dictionary<string, CellTimer<TMessage>> _timers = [];
    private ActorIncarnation<TMessage>? _incarnation;
    private CellContext<TMessage>? _context;
    private CancellationTokenSource? _operations;

    public ActorCell(
        ActorHost host,
        ActorCell? parent,
        ActorPath path,
        Func<Actor<TMessage>> factory,
        ActorOptions options)
        : base(host, parent, path, options)
    {
        _factory = factory;
        _mailbox = host.CreateMailbox(this, options.Mailbox);
    }

    public override IMailbox Mailbox => _mailbox;

    public string ActorTypeName => _incarnation?.ActorTypeName ?? typeof(Actor<TMessage>).Name;

    public void Tell(TMessage message)
    {
        if (message is null)
        {
            throw new ArgumentNullException(
                nameof(message), $"Null is no message; it was sent to actor {Path}.");
        }

        _mailbox.Post(message);
    }

    public void Handle(in Envelope<TMessage> envelope)
    {
        try
        {
            if (envelope.Guard is { } guard && !guard.TryAccept())
            {
                return;
            }

            _incarnation!.Receive(envelope.Message);
        }
        catch (Exception e)
        {
            Fail(e);
            return;
        }

        StopIfRequested();
    }

    /// <summary>Boxes the message only if someone looks at dead letters.</summary>
    public void DeadLetter(in Envelope<TMessage> envelope, DeadLetterReason reason)
    {
        if (envelope.Guard is null)
        {
            Host.DeadLetters.Add(Path, envelope.Message, reason);
        }
    }

    public void PostOwn(TMessage message, EnvelopeGuard guard) => _mailbox.PostOwn(message, guard);

    /// <summary>Without effect on an actor that is ending already.</summary>
    public void RequestStop() => IsStopRequested |= Phase == CellPhase.Receiving;

    public IActorRef<TChild> SpawnChild<TChild>(
        string name, Func<Actor<TChild>> factory, ActorOptions options) =>
        (IActorRef<TChild>)AddChild(
            name, path => new ActorCell<TChild>(Host, this, path, factory, options));

    public void Watch(ActorCell actor, TMessage message)
    {
        EnsureReceiving("watch an actor");
        var isNew = !_watched.ContainsKey(actor);
        _watched[actor] = message;
        if (isNew)
        {
            PostTo(actor, SystemMessageKind.AddWatcher);
        }
    }

    public void Unwatch(ActorCell actor)
    {
        if (_watched.Remove(actor))
        {
            PostTo(actor, SystemMessageKind.RemoveWatcher);
        }
    }

    public CancellationToken OperationToken()
    {
        EnsureReceiving("start an operation");
        return (_operations ??= new CancellationTokenSource()).Token;
    }

    public void StartTimer(string key, TimeSpan delay, bool isPeriodic, TMessage message)
    {
        EnsureReceiving("start a timer");
        CancelTimer(key);
        _timers.Add(key, new CellTimer<TMessage>(this, key, delay, isPeriodic, message));
    }

    public void CancelTimer(string key)
    {
        if (_timers.Remove(key, out var timer))
        {
            timer.Dispose();
        }
    }

    /// <summary>Whether the timer still is the one of its key; a one-shot timer is over then.
    /// </summary>
    public bool TryAcceptTimer(CellTimer<TMessage> timer)
    {
        if (!_timers.TryGetValue(timer.Key, out var current) || current != timer)
        {
            return false;
        }

        if (!timer.IsPeriodic)
        {
            CancelTimer(timer.Key);
        }

        return true;
    }

    protected override void CreateAndStart()
    {
        _incarnation = null;
        _incarnation = new ActorIncarnation<TMessage>(_factory);
        _context ??= new CellContext<TMessage>(this);
        _incarnation.Start(_context);
    }

    protected override void ReleaseResources()
    {
        foreach (var timer in _timers.Values)
        {
            timer.Dispose();
        }

        _timers.Clear();
        foreach (var actor in _watched.Keys)
        {
            PostTo(actor, SystemMessageKind.RemoveWatcher);
        }

        _watched.Clear();
        if (_operations is { } operations)
        {
            _operations = null;
            Guarded("cancel its operations", () => Host.Cancel(operations));
        }
    }

    protected override void SayRestarting(Exception cause)
    {
        var incarnation = _incarnation;
        _incarnation = null;
        Guarded("run OnRestarting", () => incarnation?.EndForRestart(cause));
    }

    protected override void SayStopped()
    {
        var incarnation = _incarnation;
        _incarnation = null;
        Guarded("run OnStopped", () => incarnation?.End());
    }

    protected override void OnWatchedStopped(ActorCell watched)
    {
        if (_watched.Remove(watched, out var message))
        {
            _mailbox.PostOwn(message, new IncarnationGuard(this));
        }
    }

    private void PostTo(ActorCell other, SystemMessageKind kind) =>
        other.Mailbox.PostSystem(this, new SystemMessage(kind, this));

    private void Guarded(string what, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            Host.Log.LifecycleFailed(e, Path, what);
        }
    }

    private void EnsureReceiving(string what)
    {
        if (Phase != CellPhase.Receiving)
        {
            throw new InvalidOperationException(
                $"Actor {Path} cannot {what} because it is ending. "
                + "Do it in OnStarted or in a message handler.");
        }
    }
}
