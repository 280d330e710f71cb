namespace ActorTune.Actors;

/// <summary>The mailbox of a simulated actor; handling its next message is one possible step.
/// </summary>
internal sealed class SimulatedMailbox<TMessage>(
    SimulatedActorHost host, ActorCell<TMessage> cell, MailboxOptions options)
    : SimulatedWork, IMailbox<TMessage>
{
    private readonly Queue<Waiting> _control = [];
    private readonly Queue<Waiting> _data = [];
    private bool _isLosing;

    public void Post(TMessage message)
    {
        if (host.Current == cell)
        {
            Arrive(cell.Path, message);
            return;
        }

        var item = new SimulatedMessage<TMessage>(
            this, SimulatedEndpoint.Of(host.Current).Path, message);
        host.Send(SimulatedEndpoint.Of(cell), item, message is IControlMessage);
    }

    public void PostOwn(TMessage message, EnvelopeGuard guard)
    {
        LaneOf(message).Enqueue(new Waiting(cell.Path, new Envelope<TMessage>(message, guard)));
        Refresh();
    }

    public void PostSystem(ActorCell? sender, in SystemMessage message) =>
        host.SendKernel(
            sender, cell, new SimulatedKernelItem(host, cell, OnKernelMessage, message));

    public void OnRestarting()
    {
        _isLosing = host.DrawLossOnRestart();
        if (_isLosing && _control.Count + _data.Count > 0)
        {
            host.Record(SimulationStepKind.Lost, cell, cell, _control.Count + _data.Count);
            Empty(DeadLetterReason.ActorRestarting);
        }
    }

    public void Arrive(ActorPath sender, TMessage message)
    {
        var lane = LaneOf(message);
        var capacity = lane == _control ? options.ControlCapacity : options.DataCapacity;
        var envelope = new Envelope<TMessage>(message, null);
        if (cell.Phase == CellPhase.Stopped)
        {
            cell.DeadLetter(envelope, DeadLetterReason.ActorStopped);
        }
        else if (_isLosing && cell.Phase == CellPhase.Restarting)
        {
            cell.DeadLetter(envelope, DeadLetterReason.ActorRestarting);
        }
        else if (lane.Count >= capacity)
        {
            cell.DeadLetter(envelope, DeadLetterReason.MailboxFull);
        }
        else
        {
            lane.Enqueue(new Waiting(sender, envelope));
            Refresh();
        }
    }

    public override void Run()
    {
        var waiting = _control.Count > 0 ? _control.Dequeue() : _data.Dequeue();
        host.Current = cell;
        if (host.CrashInstead(waiting.Sender, cell, waiting.Envelope) is { } crash)
        {
            host.Record(SimulationStepKind.Crashed, cell, cell, waiting.Envelope.Message);
            cell.HandleSystem(new SystemMessage(SystemMessageKind.Crash, Error: crash));
        }
        else
        {
            host.Record(SimulationStepKind.Handled, cell, cell, waiting.Envelope.Message);
            cell.Handle(waiting.Envelope);
        }

        OnKernelMessage();
    }

    private void OnKernelMessage()
    {
        if (cell.Phase == CellPhase.Stopped)
        {
            Empty(DeadLetterReason.ActorStopped);
        }

        Refresh();
    }

    private void Empty(DeadLetterReason reason)
    {
        while (_control.TryDequeue(out var waiting) || _data.TryDequeue(out waiting))
        {
            cell.DeadLetter(waiting.Envelope, reason);
        }
    }

    private void Refresh() => host.ReadySet.Set(
        this, cell.Phase == CellPhase.Receiving && _control.Count + _data.Count > 0);

    private Queue<Waiting> LaneOf(TMessage message) =>
        message is IControlMessage ? _control : _data;

    private readonly record struct Waiting(ActorPath Sender, Envelope<TMessage> Envelope);
}
