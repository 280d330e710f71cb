using Akka.Actor;

namespace ActorTune.Akka;

/// <content>What the instance has asked for: children, watches, timers, operations.</content>
internal sealed partial class ActorShell<TMessage>
{
    private readonly Dictionary<AkkaRef, TMessage> _watched = [];
    private readonly Dictionary<string, ShellTimer<TMessage>> _timers =
        new(StringComparer.Ordinal);

    private CancellationTokenSource? _operations;

    /// <summary>Without effect on an actor that is ending already.</summary>
    public void RequestStop() => _isStopRequested |= Phase == ShellPhase.Receiving;

    public AkkaActorRef<TChild> SpawnChild<TChild>(
        string name, Func<Actor<TChild>> factory, ActorOptions options)
    {
        ActorPath path = _setup.Path.Child(name);
        if (Phase != ShellPhase.Receiving)
        {
            throw new InvalidOperationException(
                $"Actor {path} cannot be spawned because {_setup.Path} is ending. "
                + "Spawn children from OnStarted or from a message handler.");
        }

        if (_children.ContainsKey(name))
            throw ActorCell.NameTaken(path);
        var setup = new ShellSetup<TChild>(Host, path, options, factory) { IsChild = true };
        AkkaRef child = Context.ActorOf(
            AkkaActorHost.PropsOf<TChild>(setup), ShellName.OfChild(name));
        Context.Watch(child);
        _children.Add(name, child);
        return new AkkaActorRef<TChild>(child, path, setup);
    }

    public void StopChild(IActorRef child)
    {
        AkkaRef target = Host.TargetOf(child);
        if (target.Path.Parent != _self.Path)
        {
            throw new ArgumentException(
                $"Actor {_setup.Path} cannot stop {child.Path}, which is not its child. "
                + "Send it a message that asks it to stop.",
                nameof(child));
        }

        if (_children.ContainsValue(target))
            target.Tell(StopSignal.Instance, ActorRefs.NoSender);
    }

    public void Watch(IActorRef actor, TMessage message)
    {
        EnsureReceiving("watch an actor");
        AkkaRef target = Host.TargetOf(actor);
        if (target.Equals(_self))
        {
            throw new ArgumentException(
                $"Actor {_setup.Path} cannot watch itself; override OnStopped instead.",
                nameof(actor));
        }

        _watched[target] = message;
        Context.Watch(target);
    }

    public void Unwatch(IActorRef actor)
    {
        AkkaRef target = Host.TargetOf(actor);
        if (_watched.Remove(target) && !_children.ContainsValue(target))
            Context.Unwatch(target);
    }

    public void Run<T>(
        Func<CancellationToken, ValueTask<T>> operation, Func<PipeResult<T>, TMessage> map)
    {
        EnsureReceiving("start an operation");
        CancellationToken cancellation = (_operations ??= new CancellationTokenSource()).Token;
        ShellOperation.Start(
            Context.Dispatcher, _self, IsOfThisInstance(), operation, map, cancellation);
    }

    public void StartTimer(string key, TimeSpan delay, bool isPeriodic, TMessage message)
    {
        EnsureReceiving("start a timer");
        CancelTimer(key);
        ShellTimer<TMessage> timer = new(_self, message, isPeriodic, fired => Accept(key, fired));
        _timers.Add(key, timer);
        timer.Start(Host.Time, delay);
    }

    public void CancelTimer(string key)
    {
        if (_timers.Remove(key, out ShellTimer<TMessage>? timer))
            timer.Dispose();
    }

    // Whether the timer still is the one of its key; a one-shot timer is over then.
    private bool Accept(string key, ShellTimer<TMessage> fired)
    {
        if (!_timers.TryGetValue(key, out ShellTimer<TMessage>? current) || current != fired)
            return false;
        if (!fired.IsPeriodic)
            CancelTimer(key);
        return true;
    }

    private void OnEnded(AkkaRef actor)
    {
        // The name of a child becomes free before a watch of the instance is told.
        string? name = _children.FirstOrDefault(child => child.Value.Equals(actor)).Key;
        if (name is not null)
            _children.Remove(name);
        if (_watched.Remove(actor, out TMessage? message))
            _self.Tell(new OwnMessage<TMessage>(message, IsOfThisInstance()), ActorRefs.NoSender);
        if (name is not null)
            FinishIfChildless();
    }

    private Func<bool> IsOfThisInstance()
    {
        int instance = _incarnationNumber;
        return () => instance == _incarnationNumber;
    }

    private void Release()
    {
        _backoff?.Dispose();
        _backoff = null;
        foreach (ShellTimer<TMessage> timer in _timers.Values)
            timer.Dispose();
        _timers.Clear();
        foreach (AkkaRef actor in _watched.Keys.Except(_children.Values))
            Context.Unwatch(actor);
        _watched.Clear();
        if (_operations is { } operations)
        {
            _operations = null;
            _ = CancelAsync(operations);
        }
    }

    // Not on the actor's turn: what an operation does when it is cancelled may take its time.
    private async Task CancelAsync(CancellationTokenSource operations)
    {
        try
        {
            await operations.CancelAsync().ConfigureAwait(false);
        }
        catch (AggregateException e)
        {
            Host.Log.CancellationFailed(e);
        }
    }

    private void EnsureReceiving(string what)
    {
        if (Phase != ShellPhase.Receiving)
        {
            throw new InvalidOperationException(
                $"Actor {_setup.Path} cannot {what} because it is ending. "
                + "Do it in OnStarted or in a message handler.");
        }
    }
}
