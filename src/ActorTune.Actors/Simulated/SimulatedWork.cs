namespace ActorTune.Actors;

/// <summary>Something that could be the next step of a simulation.</summary>
internal abstract class SimulatedWork
{
    public const int NotReady = -1;

    /// <summary>The place in the ready set, which owns it.</summary>
    public int ReadyIndex { get; set; } = NotReady;

    public abstract void Run();
}

/// <summary>A step that runs once: the start of an operation, code of the test.</summary>
internal sealed class SimulatedAction(
    SimulatedActorHost host, ActorCell? owner, string subject, Action action) : SimulatedWork
{
    public override void Run()
    {
        host.ReadySet.Remove(this);
        host.Record(SimulationStepKind.Continued, owner, owner, subject);
        action();
    }
}

/// <summary>What could be the next step, in an order that the history alone fixes.</summary>
internal sealed class SimulatedReadySet
{
    private readonly List<SimulatedWork> _items = [];

    public int Count => _items.Count;

    public SimulatedWork this[int index] => _items[index];

    public void Set(SimulatedWork work, bool isReady)
    {
        if (isReady)
        {
            Add(work);
        }
        else
        {
            Remove(work);
        }
    }

    public void Add(SimulatedWork work)
    {
        if (work.ReadyIndex == SimulatedWork.NotReady)
        {
            work.ReadyIndex = _items.Count;
            _items.Add(work);
        }
    }

    public void Remove(SimulatedWork work)
    {
        var index = work.ReadyIndex;
        if (index == SimulatedWork.NotReady)
        {
            return;
        }

        var last = _items[^1];
        _items[index] = last;
        last.ReadyIndex = index;
        _items.RemoveAt(_items.Count - 1);
        work.ReadyIndex = SimulatedWork.NotReady;
    }
}
