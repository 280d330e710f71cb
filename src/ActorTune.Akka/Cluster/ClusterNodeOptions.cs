using ActorTune.Hosting;

namespace ActorTune.Akka.Cluster;

/// <summary>What a node of a cluster does for ActorTune; its roles in the cluster choose.</summary>
public sealed class ClusterNodeOptions
{
    /// <summary>What it runs as coordinator, if it has the role that this names.</summary>
    /// <value>Default: it never becomes coordinator.</value>
    public CoordinatorOptions? Coordinator { get; init; }

    /// <summary>Sets its name, slots and programs as worker, if it has that role.</summary>
    /// <value>Default: it never trains.</value>
    public Action<ActorTuneOptions>? Worker { get; init; }

    /// <summary>The role of nodes that train.</summary>
    /// <value>Default: worker.</value>
    public string WorkerRole { get; init; } = "worker";
}
