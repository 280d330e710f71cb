namespace ActorTune.Actors;

/// <summary>
/// What is on its way from one sender to one receiver. Each lane keeps its order; which lane goes
/// next is drawn. What the kernel says about the end of the sender waits for both lanes.
/// </summary>
internal sealed class SimulatedLink : SimulatedWork
{
    private readonly SimulatedActorHost _host;
    private readonly Queue<SimulatedItem>[] _lanes;
    private readonly Queue<SimulatedItem> _kernel = [];
    private readonly Queue<SimulatedItem> _control = [];
    private readonly Queue<SimulatedItem> _data = [];
    private bool _isOpen;

    public SimulatedLink(SimulatedActorHost host)
    {
        _host = host;
        _lanes = [_kernel, _control, _data];
    }

    public SimulatedEndpoint Sender { get; private set; }

    public SimulatedEndpoint Receiver { get; private set; }

    private bool IsEmpty => _kernel.Count + _control.Count + _data.Count == 0;

    public void Open(SimulatedEndpoint sender, SimulatedEndpoint receiver)
    {
        _isOpen = true;
        Sender = sender;
        Receiver = receiver;
    }

    public void AddKernel(SimulatedItem item) => Add(_kernel, item);

    public void AddMessage(SimulatedItem item, bool isControl) =>
        Add(isControl ? _control : _data, item);

    public override void Run()
    {
        var item = Choose().Dequeue();
        Refresh();
        _host.Record(item.Kind, Sender, Receiver, item.Subject);
        item.Arrive();
    }

    private void Add(Queue<SimulatedItem> lane, SimulatedItem item)
    {
        if (item.NotBefore > _host.Clock.Elapsed)
        {
            // The timer only looks again; it may find that the lane still waits for its head.
            _host.Clock.CreateTimer(
                _ => Refresh(),
                null,
                item.NotBefore - _host.Clock.Elapsed,
                Timeout.InfiniteTimeSpan);
        }

        lane.Enqueue(item);
        Refresh();
    }

    private void Refresh()
    {
        _host.ReadySet.Set(this, CanGo(_kernel) || CanGo(_control) || CanGo(_data));
        if (IsEmpty && _isOpen)
        {
            _isOpen = false;
            _host.Close(this);
        }
    }

    private Queue<SimulatedItem> Choose()
    {
        var count = Count(_kernel) + Count(_control) + Count(_data);
        var chosen = count == 1 ? 0 : _host.Draw(count);
        foreach (var lane in _lanes)
        {
            if (CanGo(lane) && chosen-- == 0)
            {
                return lane;
            }
        }

        throw new InvalidOperationException(
            $"Nothing can go from {Sender.Path} to {Receiver.Path}.");
    }

    private int Count(Queue<SimulatedItem> lane) => CanGo(lane) ? 1 : 0;

    private bool CanGo(Queue<SimulatedItem> lane) =>
        lane.TryPeek(out var head)
        && head.NotBefore <= _host.Clock.Elapsed
        && (!head.ComesLast || (_control.Count == 0 && _data.Count == 0));
}

/// <summary>One end of a link; number 0 is the code outside all actors.</summary>
internal readonly record struct SimulatedEndpoint(int Number, ActorPath Path)
{
    public static SimulatedEndpoint Of(ActorCell? cell) =>
        cell is null ? default : new SimulatedEndpoint(cell.Number, cell.Path);
}
