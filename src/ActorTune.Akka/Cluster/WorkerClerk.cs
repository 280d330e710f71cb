using ActorTune.Protocol;
using Akka.Actor;
using Akka.Cluster.Tools.PublishSubscribe;

namespace ActorTune.Akka.Cluster;

/// <summary>
/// Stands in for the placement of slots on a worker's node, since where that is changes: it keeps
/// what the worker offers and repeats it to each coordinator that calls.
/// </summary>
internal sealed class WorkerClerk : ReceiveActor
{
    private WorkerJoined? _offer;
    private int _instance;

    public WorkerClerk()
    {
        Receive<WorkerJoined>(joined =>
        {
            _offer = joined;
            _instance++;
        });
        Receive<CallForWorkers>(_ =>
        {
            if (_offer is not null)
                Sender.Tell(new WorkerEnlisted(_offer, _instance));
        });
        Receive<SubscribeAck>(_ => { });
    }

    protected override void PreStart() => DistributedPubSub.Get(Context.System).Mediator
        .Tell(new Subscribe(WorkerDesk.Topic, Self));
}
