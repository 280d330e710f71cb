namespace ActorTune.Actors;

/// <summary>
/// Three lanes (system, control, data) and the work item that empties them. At most one thread is
/// in <see cref="Execute"/>: <see cref="_isScheduled"/> is the token, and who takes it queues the
/// item.
/// </summary>
internal sealed class ChannelMailbox<TMessage> : IMailbox<TMessage>, IThreadPoolWorkItem
{
    private readonly Lane<SystemMessage> _system = new(int.MaxValue);
    private readonly Lane<Envelope<TMessage>> _control;
    private readonly Lane<Envelope<TMessage>> _data;
    private readonly ActorCell<TMessage> _cell;
    private readonly int _throughput;
    private int _isScheduled;

    public ChannelMailbox(ActorCell<TMessage> cell, MailboxOptions options, int throughput)
    {
        _cell = cell;
        _throughput = throughput;
        _control = new Lane<Envelope<TMessage>>(options.ControlCapacity);
        _data = new Lane<Envelope<TMessage>>(options.DataCapacity);
    }

    public void Post(TMessage message)
    {
        var envelope = new Envelope<TMessage>(message, null);
        if (_cell.Phase == CellPhase.Stopped)
        {
            _cell.DeadLetter(envelope, DeadLetterReason.ActorStopped);
        }
        else if (LaneOf(message).TryAdd(envelope))
        {
            Schedule();
        }
        else
        {
            _cell.DeadLetter(envelope, DeadLetterReason.MailboxFull);
        }
    }

    public void PostOwn(TMessage message, EnvelopeGuard guard)
    {
        LaneOf(message).Add(new Envelope<TMessage>(message, guard));
        Schedule();
    }

    public void PostSystem(ActorCell? sender, in SystemMessage message)
    {
        _system.Add(message);
        Schedule();
    }

    public void OnRestarting()
    {
        // Waiting messages stay for the next instance.
    }

    public void Execute()
    {
        for (var i = 0; i < _throughput && TryHandleNext(); i++)
        {
        }

        // A writer adds, then looks at the token; this thread gives the token back, then looks at
        // the lanes. Both steps have full fences between them, so one of the two sees the other.
        Interlocked.Exchange(ref _isScheduled, 0);
        if (HasWork())
        {
            Schedule();
        }
    }

    private bool TryHandleNext()
    {
        while (_system.TryTake(out var message))
        {
            _cell.HandleSystem(message);
        }

        var phase = _cell.Phase;
        if (phase is not (CellPhase.Receiving or CellPhase.Stopped)
            || (!_control.TryTake(out var envelope) && !_data.TryTake(out envelope)))
        {
            return false;
        }

        if (phase == CellPhase.Receiving)
        {
            _cell.Handle(envelope);
        }
        else
        {
            _cell.DeadLetter(envelope, DeadLetterReason.ActorStopped);
        }

        return true;
    }

    private bool HasWork() =>
        _system.HasItems
        || (_cell.Phase is CellPhase.Receiving or CellPhase.Stopped
            && (_control.HasItems || _data.HasItems));

    private void Schedule()
    {
        if (Volatile.Read(ref _isScheduled) == 0
            && Interlocked.CompareExchange(ref _isScheduled, 1, 0) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    private Lane<Envelope<TMessage>> LaneOf(TMessage message) =>
        message is IControlMessage ? _control : _data;
}
