using ActorTune.Protocol;
using ActorTune.Studies;
using Akka.Actor;
using Akka.Cluster.Tools.PublishSubscribe;
using Akka.Remote;

namespace ActorTune.Akka.Cluster;

/// <summary>
/// Finds the workers of the cluster for the placement of slots: it calls them over and over, and
/// passes on whoever is new. A worker to which the connection broke counts as new, because what
/// was on its way may be lost, and the protocol relies on a start not getting lost.
/// </summary>
internal sealed class WorkerDesk : ReceiveActor, IWithTimers
{
    public const string Topic = "actortune-workers";

    private readonly Dictionary<WorkerId, (AkkaRef Address, int Instance)> _known = [];
    private readonly IActorRef<ToPlacement> _placement;
    private readonly TimeSpan _period;

    public WorkerDesk(IActorRef<ToPlacement> placement, TimeSpan period)
    {
        _placement = placement;
        _period = period;
        AkkaRef mediator = DistributedPubSub.Get(Context.System).Mediator;
        Receive<CallTime>(_ => mediator.Tell(new Publish(Topic, CallForWorkers.Instance)));
        Receive<WorkerEnlisted>(Admit);
        Receive<Terminated>(ended => Forget(known => known.Equals(ended.ActorRef)));
        Receive<DisassociatedEvent>(broken => Forget(broken.RemoteAddress));
        Receive<AssociationErrorEvent>(broken => Forget(broken.RemoteAddress));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        Context.System.EventStream.Subscribe(Self, typeof(DisassociatedEvent));
        Context.System.EventStream.Subscribe(Self, typeof(AssociationErrorEvent));
        Timers.StartPeriodicTimer(nameof(CallTime), CallTime.Instance, TimeSpan.Zero, _period);
    }

    protected override void PostStop() => Context.System.EventStream.Unsubscribe(Self);

    private void Admit(WorkerEnlisted enlisted)
    {
        AkkaRef address = ((IAkkaActorRef)enlisted.Joined.Address).Target;
        WorkerId worker = enlisted.Joined.Worker;
        if (_known.TryGetValue(worker, out (AkkaRef Address, int Instance) known))
        {
            // By value: each message brings an address object of its own.
            if (known.Equals((address, enlisted.Instance)))
                return;
            Context.Unwatch(known.Address);
        }

        _known[worker] = (address, enlisted.Instance);
        Context.Watch(address);
        _placement.Tell(enlisted.Joined);
    }

    private void Forget(Address? node) => Forget(known => known.Path.Address.Equals(node));

    private void Forget(Func<AkkaRef, bool> isMeant)
    {
        foreach ((WorkerId worker, (AkkaRef address, _)) in _known.ToArray())
        {
            if (isMeant(address))
            {
                _known.Remove(worker);
                Context.Unwatch(address);
            }
        }
    }

    private sealed class CallTime
    {
        public static CallTime Instance { get; } = new();
    }
}
