using Microsoft.Extensions.Logging;

namespace ActorTune.Actors;

/// <summary>Checks what an actor asks for and hands it to the cell.</summary>
internal sealed class CellContext<TMessage>(ActorCell<TMessage> cell) : ActorContext<TMessage>
{
    private ILogger? _logger;

    public override IActorRef<TMessage> Self => cell;

    public override TimeProvider Time => cell.Host.Time;

    public override ILogger Logger =>
        _logger ??= cell.Host.LoggerFactory.CreateLogger(cell.ActorTypeName);

    public override IActorRef<TChild> Spawn<TChild>(
        string name, Func<Actor<TChild>> factory, ActorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(factory);
        return cell.SpawnChild(name, factory, options ?? ActorOptions.Default);
    }

    public override void Stop() => cell.RequestStop();

    public override void Stop(IActorRef child)
    {
        var target = CellOf(child);
        if (target.Parent != cell)
        {
            throw new ArgumentException(
                $"Actor {cell.Path} cannot stop {child.Path}, which is not its child. "
                + "Send it a message that asks it to stop.",
                nameof(child));
        }

        target.Mailbox.PostSystem(cell, new SystemMessage(SystemMessageKind.Stop));
    }

    public override void Watch(IActorRef actor, TMessage message)
    {
        if (message is null)
        {
            throw new ArgumentNullException(nameof(message));
        }

        var target = CellOf(actor);
        if (target == cell)
        {
            throw new ArgumentException(
                $"Actor {cell.Path} cannot watch itself; override OnStopped instead.",
                nameof(actor));
        }

        cell.Watch(target, message);
    }

    public override void Unwatch(IActorRef actor) => cell.Unwatch(CellOf(actor));

    public override void PipeToSelf<T>(
        Func<CancellationToken, ValueTask<T>> operation, Func<PipeResult<T>, TMessage> map)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(map);
        cell.Host.StartOperation(new PipeOperation<T, TMessage>(cell, operation, map));
    }

    public override void StartTimer(string key, TimeSpan delay, TMessage message)
    {
        ActorTimer.Validate(key, delay, TimeSpan.Zero, nameof(delay));
        cell.StartTimer(key, delay, isPeriodic: false, message);
    }

    public override void StartPeriodicTimer(string key, TimeSpan period, TMessage message)
    {
        ActorTimer.Validate(key, period, TimeSpan.FromMilliseconds(1), nameof(period));
        cell.StartTimer(key, period, isPeriodic: true, message);
    }

    public override void CancelTimer(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        cell.CancelTimer(key);
    }

    private ActorCell CellOf(IActorRef actor) => cell.Host.CellOf(actor);
}
