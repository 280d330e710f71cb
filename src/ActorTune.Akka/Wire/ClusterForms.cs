using ActorTune.Akka.Cluster;

namespace ActorTune.Akka.Wire;

/// <summary>How coordinator and workers find each other.</summary>
internal static class ClusterForms
{
    public static IEnumerable<WireForm> All =>
    [
        WireForm.Of<CallForWorkers>(
            "call-for-workers/1", (_, _) => { }, _ => CallForWorkers.Instance),
        WireForm.Of<WorkerEnlisted>(
            "worker-enlisted/1",
            (to, enlisted) =>
            {
                PlacementForms.Write(to, enlisted.Joined);
                to.Write(enlisted.Instance);
            },
            from => new(PlacementForms.Read(from), from.ReadInt32())),
    ];
}
