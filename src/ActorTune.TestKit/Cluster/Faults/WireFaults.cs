using ActorTune.Actors;
using ActorTune.Protocol;

namespace ActorTune.TestKit.Cluster;

/// <summary>
/// The network between study and workers: counts its messages and does to each what the plan says.
/// What the kernel or an actor says within one machine cannot be lost.
/// </summary>
internal sealed class WireFaults : SimulationFaults
{
    private readonly Dictionary<int, ClusterFault> _faults = [];
    private readonly ClusterWatch _watch;

    internal WireFaults(FaultPlan plan, ClusterWatch watch, int before)
    {
        Count = before;
        _watch = watch;
        foreach (ClusterFault fault in plan.Faults)
        {
            if (fault.Kind is ClusterFaultKind.DropMessage or ClusterFaultKind.DuplicateMessage
                or ClusterFaultKind.DelayMessage)
                _faults.TryAdd(fault.At, fault);
        }
    }

    /// <summary>The messages so far, those of earlier lives included.</summary>
    internal int Count { get; private set; }

    public override DeliveryFault OnSent(in SimulatedDelivery delivery)
    {
        if (delivery.Message is DropTrialCheckpoint drop)
            _watch.Drop(drop.Checkpoint);
        bool isReport = IsFromAttempt(delivery);
        if (!isReport && delivery.Message is not ToWorker)
            return DeliveryFault.None;
        return _faults.TryGetValue(++Count, out ClusterFault? fault)
            ? Do(fault, isReport || delivery.Message is InstructTrial or DropTrialCheckpoint)
            : DeliveryFault.None;
    }

    private static DeliveryFault Do(ClusterFault fault, bool isSentAgain) => fault.Kind switch
    {
        ClusterFaultKind.DropMessage when isSentAgain => DeliveryFault.Drop,
        ClusterFaultKind.DuplicateMessage => DeliveryFault.Duplicate,
        _ => DeliveryFault.DelayBy(TimeSpan.FromSeconds(Math.Max(1, fault.Amount))),
    };

    // Attempts are the grandchildren of workers: /worker-0/slot-1/small-3-1.
    private static bool IsFromAttempt(in SimulatedDelivery delivery) =>
        delivery.Receiver.Name == SimulatedCluster.StudyName
        && delivery.Sender.ToString().Count(c => c == '/') == 3
        && delivery.Sender.ToString().StartsWith("/worker-", StringComparison.Ordinal);
}
