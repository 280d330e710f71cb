using Akka.Actor;
using Akka.Cluster.Tools.Singleton;

namespace ActorTune.Akka.Cluster;

/// <summary>The coordinator of a cluster: one of the nodes with its role is it, and another takes
/// over when that one leaves or dies.</summary>
public static class ClusterCoordinator
{
    /// <summary>Makes this node one that may become coordinator.</summary>
    /// <param name="system">The actor system, in a cluster, with the role of coordinators.</param>
    /// <param name="options">Journal and studies.</param>
    /// <param name="services">What trial programs are made from.</param>
    /// <param name="loggers">Where it logs.</param>
    public static void Start(
        AkkaSystem system,
        CoordinatorOptions options,
        IServiceProvider services,
        ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(options);
        OwnSettings.AddTo(system);
        system.ActorOf(
            ClusterSingletonManager.Props(
                Props.Create(() => new CoordinatorActor(options, services, loggers)),
                CoordinatorActor.HandOver.Instance,
                ClusterSingletonManagerSettings.Create(system).WithRole(options.Role)),
            "actortune-coordinator");
    }
}
