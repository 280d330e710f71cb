using Akka.Actor;

namespace ActorTune.Akka;

/// <summary>
/// The actor of Akka.NET behind one address of ours. It makes instances of our actor one after the
/// other, so that a restart keeps the address; all failures of ours end in here.
/// </summary>
internal sealed partial class ActorShell<TMessage> : ActorBase
{
    private readonly ShellSetup<TMessage> _setup;
    private readonly AkkaRef _self;
    private readonly RestartRow _restarts;
    private readonly Dictionary<string, AkkaRef> _children = new(StringComparer.Ordinal);
    private ActorIncarnation<TMessage>? _incarnation;
    private ShellContext<TMessage>? _context;
    private ITimer? _backoff;
    private bool _awaitsBackoff;
    private bool _isStopRequested;
    private long _startedAt;
    private int _incarnationNumber;

    /// <summary>Called by Akka.NET.</summary>
    public ActorShell(ShellSetup setup)
    {
        _setup = (ShellSetup<TMessage>)setup;
        _self = Self;
        _restarts = new RestartRow(setup.Options.Supervision);
        Address = new AkkaActorRef<TMessage>(Self, setup.Path, setup);
    }

    public AkkaActorRef<TMessage> Address { get; }

    public AkkaActorHost Host => _setup.Host;

    public string ActorTypeName => _incarnation?.ActorTypeName ?? typeof(Actor<TMessage>).Name;

    private ShellPhase Phase
    {
        get => _setup.Phase;
        set => _setup.Phase = value;
    }

    protected override void PreStart() => StartIncarnation();

    protected override void PostStop()
    {
        // Where the actor system went down by itself, nobody told the instance yet.
        if (Phase != ShellPhase.Stopped)
        {
            Release();
            SayStopped();
            Phase = ShellPhase.Stopped;
        }

        Host.OnStopped(_setup);
    }

    // A shell fails only by a defect of its own; then it ends rather than goes on half.
    protected override SupervisorStrategy SupervisorStrategy() =>
        global::Akka.Actor.SupervisorStrategy.StoppingStrategy;

    // Signals first: an actor may accept any object.
    protected override bool Receive(object message)
    {
        if (ReceiveSignal(message))
            return true;
        switch (message)
        {
            case OwnMessage<TMessage> own:
                Handle(own);
                return true;
            case TMessage said:
                Handle(said);
                return true;
            default:
                return false;
        }
    }

    private bool ReceiveSignal(object message)
    {
        switch (message)
        {
            case StopSignal:
                BeginStop();
                return true;
            case BackoffElapsed elapsed:
                OnBackoffElapsed(elapsed.Restart);
                return true;
            case ChildEscalated escalated:
                FailIfReceiving(new ActorEscalationException(escalated.Child, escalated.Cause));
                return true;
            case Terminated terminated:
                OnEnded(terminated.ActorRef);
                return true;
            default:
                return false;
        }
    }

    private void Handle(OwnMessage<TMessage> own)
    {
        bool isCurrent;
        try
        {
            isCurrent = own.IsCurrent();
        }
        catch (Exception e)
        {
            Fail(e);
            return;
        }

        if (isCurrent)
            Handle(own.Message);
    }

    private void Handle(TMessage said)
    {
        try
        {
            _incarnation!.Receive(said);
        }
        catch (Exception e)
        {
            Fail(e);
            return;
        }

        StopIfRequested();
    }

    private void StartIncarnation()
    {
        _backoff?.Dispose();
        _backoff = null;
        Phase = ShellPhase.Receiving;
        _startedAt = Host.Time.GetTimestamp();
        try
        {
            _incarnation = null;
            _incarnation = new ActorIncarnation<TMessage>(_setup.Factory);
            _context ??= new ShellContext<TMessage>(this);
            _incarnation.Start(_context);
        }
        catch (Exception e)
        {
            Fail(e);
            return;
        }

        StopIfRequested();
    }

    private void SayRestarting(Exception cause)
    {
        ActorIncarnation<TMessage>? incarnation = _incarnation;
        _incarnation = null;
        Guarded("run OnRestarting", () => incarnation?.EndForRestart(cause));
    }

    private void SayStopped()
    {
        ActorIncarnation<TMessage>? incarnation = _incarnation;
        _incarnation = null;
        Guarded("run OnStopped", () => incarnation?.End());
    }

    private void Guarded(string what, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            Host.Log.LifecycleFailed(e, _setup.Path, what);
        }
    }
}
