namespace ActorTune.Akka;

/// <summary>Checks what an actor asks for and hands it to its shell.</summary>
internal sealed class ShellContext<TMessage>(ActorShell<TMessage> shell) : ActorContext<TMessage>
{
    private ILogger? _logger;

    public override IActorRef<TMessage> Self => shell.Address;

    public override TimeProvider Time => shell.Host.Time;

    public override ILogger Logger =>
        _logger ??= shell.Host.LoggerFactory.CreateLogger(shell.ActorTypeName);

    public override IActorRef<TChild> Spawn<TChild>(
        string name, Func<Actor<TChild>> factory, ActorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(factory);
        return shell.SpawnChild(name, factory, options ?? ActorOptions.Default);
    }

    public override void Stop() => shell.RequestStop();

    public override void Stop(IActorRef child) => shell.StopChild(child);

    public override void Watch(IActorRef actor, TMessage message)
    {
        if (message is null)
            throw new ArgumentNullException(nameof(message));
        shell.Watch(actor, message);
    }

    public override void Unwatch(IActorRef actor) => shell.Unwatch(actor);

    public override void PipeToSelf<T>(
        Func<CancellationToken, ValueTask<T>> operation, Func<PipeResult<T>, TMessage> map)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(map);
        shell.Run(operation, map);
    }

    public override void StartTimer(string key, TimeSpan delay, TMessage message)
    {
        ActorTimer.Validate(key, delay, TimeSpan.Zero, nameof(delay));
        shell.StartTimer(key, delay, isPeriodic: false, message);
    }

    public override void StartPeriodicTimer(string key, TimeSpan period, TMessage message)
    {
        ActorTimer.Validate(key, period, TimeSpan.FromMilliseconds(1), nameof(period));
        shell.StartTimer(key, period, isPeriodic: true, message);
    }

    public override void CancelTimer(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        shell.CancelTimer(key);
    }
}
