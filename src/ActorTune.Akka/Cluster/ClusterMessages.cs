using ActorTune.Protocol;

namespace ActorTune.Akka.Cluster;

/// <summary>A coordinator asks the workers of the cluster to enlist with the sender.</summary>
internal sealed class CallForWorkers
{
    public static CallForWorkers Instance { get; } = new();
}

/// <summary>A worker offers its slots; said again at each call.</summary>
/// <param name="Joined">The worker.</param>
/// <param name="Instance">
/// Counts the times that it began anew. The same number says nothing new.
/// </param>
internal sealed record WorkerEnlisted(WorkerJoined Joined, int Instance);
