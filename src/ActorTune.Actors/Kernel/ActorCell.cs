namespace ActorTune.Actors;

/// <summary>
/// The life of one actor: start, failure, restart, end, its children and its watchers. All members
/// except the constructor run on the actor's turn, which its mailbox gives.
/// </summary>
internal abstract class ActorCell : IActorRef
{
    private readonly Dictionary<string, ActorCell> _children = [];
    private readonly List<ActorCell> _watchers = [];
    private readonly RestartRow _restarts;
    private readonly TaskCompletionSource _stopped;
    private ITimer? _backoff;
    private bool _awaitsBackoff;
    private long _startedAt;
    private volatile CellPhase _phase;

    protected ActorCell(ActorHost host, ActorCell? parent, ActorPath path, ActorOptions options)
    {
        Host = host;
        Parent = parent;
        Path = path;
        Number = host.NextEndpointNumber();
        _restarts = new RestartRow(options.Supervision);
        _stopped = new TaskCompletionSource(host.CompletionOptions);
    }

    public ActorHost Host { get; }

    public ActorCell? Parent { get; }

    public ActorPath Path { get; }

    /// <summary>The ordinal of the cell among what can send and receive on its host.</summary>
    public int Number { get; }

    public abstract IMailbox Mailbox { get; }

    public CellPhase Phase => _phase;

    public int IncarnationNumber { get; private set; }

    public Task WhenStopped => _stopped.Task;

    /// <summary>Whether the running handler has asked for the end of its actor.</summary>
    protected bool IsStopRequested { get; set; }

    public override string ToString() => Path.ToString();

    public void HandleSystem(in SystemMessage message)
    {
        if (_phase == CellPhase.Stopped)
        {
            AnswerAfterEnd(message);
            return;
        }

        switch (message.Kind)
        {
            case SystemMessageKind.Start: StartIncarnation(); break;
            case SystemMessageKind.Stop: BeginStop(); break;
            case SystemMessageKind.Crash: FailIfReceiving(message.Error!); break;
            case SystemMessageKind.BackoffElapsed: OnBackoffElapsed(message.Number); break;
            case SystemMessageKind.ChildEscalated:
                FailIfReceiving(new ActorEscalationException(message.Other!.Path, message.Error!));
                break;
            case SystemMessageKind.ChildStopped: OnChildStopped(message.Other!); break;
            case SystemMessageKind.AddWatcher: _watchers.Add(message.Other!); break;
            case SystemMessageKind.RemoveWatcher: _watchers.Remove(message.Other!); break;
            case SystemMessageKind.WatchedStopped: OnWatchedStopped(message.Other!); break;
            default: throw new InvalidOperationException($"No rule for {message.Kind}.");
        }
    }

    protected abstract void CreateAndStart();

    /// <summary>Ends timers, watches and operations of the current instance.</summary>
    protected abstract void ReleaseResources();

    protected abstract void SayRestarting(Exception cause);

    protected abstract void SayStopped();

    protected abstract void OnWatchedStopped(ActorCell watched);

    protected ActorCell AddChild(string name, Func<ActorPath, ActorCell> create)
    {
        var path = Path.Child(name);
        if (_phase != CellPhase.Receiving)
        {
            throw new InvalidOperationException(
                $"Actor {path} cannot be spawned because {Path} is ending. "
                + "Spawn children from OnStarted or from a message handler.");
        }

        if (_children.ContainsKey(name))
        {
            throw NameTaken(path);
        }

        var child = create(path);
        _children.Add(name, child);
        child.Mailbox.PostSystem(this, new SystemMessage(SystemMessageKind.Start));
        return child;
    }

    internal static InvalidOperationException NameTaken(ActorPath path) => new(
        $"Actor {path} cannot be spawned because an actor of that name has not ended yet. "
        + "Choose another name, or watch that actor and spawn when it has ended.");

    protected void Fail(Exception cause)
    {
        if (IsStopRequested)
        {
            Host.Log.FailedWhileStopping(cause, Path);
            BeginStop();
            return;
        }

        var (outcome, restartNumber, backoff) =
            _restarts.OnFailure(Host.Time.GetElapsedTime(_startedAt));
        Host.Log.Failed(cause, Path, outcome, restartNumber, backoff);
        switch (outcome)
        {
            case ActorFailureOutcome.Restart:
                BeginRestart(cause, backoff);
                break;
            case ActorFailureOutcome.Stop:
                BeginStop();
                break;
            default:
                Escalate(cause);
                break;
        }

        Host.OnActorFailed(new ActorFailure(Path, cause, outcome, restartNumber, backoff));
        FinishIfChildless();
    }

    protected void BeginStop()
    {
        if (_phase is CellPhase.Stopping or CellPhase.Stopped)
        {
            return;
        }

        _phase = CellPhase.Stopping;
        EndIncarnation();
        FinishIfChildless();
    }

    private void StartIncarnation()
    {
        _backoff?.Dispose();
        _backoff = null;
        _phase = CellPhase.Receiving;
        _startedAt = Host.Time.GetTimestamp();
        try
        {
            CreateAndStart();
        }
        catch (Exception e)
        {
            Fail(e);
            return;
        }

        StopIfRequested();
    }

    protected void StopIfRequested()
    {
        if (IsStopRequested)
        {
            BeginStop();
        }
    }

    private void FailIfReceiving(Exception cause)
    {
        if (_phase == CellPhase.Receiving)
        {
            Fail(cause);
        }
    }

    private void BeginRestart(Exception cause, TimeSpan backoff)
    {
        _phase = CellPhase.Restarting;
        SayRestarting(cause);
        EndIncarnation();
        _awaitsBackoff = true;
        var elapsed = new SystemMessage(
            SystemMessageKind.BackoffElapsed, Number: IncarnationNumber);
        if (backoff > TimeSpan.Zero)
        {
            _backoff = Host.Time.CreateTimer(
                _ => Mailbox.PostSystem(this, elapsed), null, backoff, Timeout.InfiniteTimeSpan);
        }
        else
        {
            Mailbox.PostSystem(this, elapsed);
        }

        Mailbox.OnRestarting();
    }

    private void Escalate(Exception cause)
    {
        // The parent hears of the failure before it hears that the child has ended.
        Parent?.Mailbox.PostSystem(
            this, new SystemMessage(SystemMessageKind.ChildEscalated, this, cause));
        _phase = CellPhase.Stopping;
        EndIncarnation();
    }

    private void EndIncarnation()
    {
        IncarnationNumber++;
        _backoff?.Dispose();
        _backoff = null;
        ReleaseResources();
        foreach (var child in _children.Values)
        {
            child.Mailbox.PostSystem(this, new SystemMessage(SystemMessageKind.Stop));
        }
    }

    private void OnBackoffElapsed(int incarnationNumber)
    {
        if (_phase == CellPhase.Restarting && incarnationNumber == IncarnationNumber)
        {
            _awaitsBackoff = false;
            FinishIfChildless();
        }
    }

    private void OnChildStopped(ActorCell child)
    {
        if (_children.TryGetValue(child.Path.Name, out var current) && current == child)
        {
            _children.Remove(child.Path.Name);
            FinishIfChildless();
        }
    }

    private void FinishIfChildless()
    {
        if (_children.Count > 0)
        {
            return;
        }

        if (_phase == CellPhase.Stopping)
        {
            FinishStop();
        }
        else if (_phase == CellPhase.Restarting && !_awaitsBackoff)
        {
            StartIncarnation();
        }
    }

    private void FinishStop()
    {
        SayStopped();
        _phase = CellPhase.Stopped;
        // First the name becomes free, then the watchers hear: they may spawn under it again.
        Parent?.Mailbox.PostSystem(this, new SystemMessage(SystemMessageKind.ChildStopped, this));
        if (Parent is null)
        {
            Host.OnRootStopped(this);
        }

        foreach (var watcher in _watchers)
        {
            TellStopped(watcher);
        }

        _watchers.Clear();
        _stopped.SetResult();
    }

    private void AnswerAfterEnd(in SystemMessage message)
    {
        if (message.Kind == SystemMessageKind.AddWatcher)
        {
            TellStopped(message.Other!);
        }
    }

    private void TellStopped(ActorCell watcher) => watcher.Mailbox.PostSystem(
        this, new SystemMessage(SystemMessageKind.WatchedStopped, this));
}
