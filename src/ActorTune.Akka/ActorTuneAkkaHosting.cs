using ActorTune.Akka.Cluster;
using ActorTune.Hosting;
using Akka.DependencyInjection;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using AkkaCluster = Akka.Cluster.Cluster;

namespace ActorTune.Akka;

/// <summary>Adds ActorTune to an actor system that Akka.Hosting builds.</summary>
public static class ActorTuneAkkaHosting
{
    /// <summary>
    /// Makes this node of a cluster a coordinator, a worker or both, by its roles. The actor system
    /// must be in a cluster: set it up with settings or with Akka.Cluster.Hosting.
    /// </summary>
    /// <param name="builder">The builder of the actor system.</param>
    /// <param name="node">What the node does in which role.</param>
    public static AkkaConfigurationBuilder WithActorTune(
        this AkkaConfigurationBuilder builder, ClusterNodeOptions node)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(node);
        return builder.AddStartup((system, _) =>
        {
            IServiceProvider services = ServicesOf(system);
            ILoggerFactory loggers =
                services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
            Start(system, node, services, loggers);
        });
    }

    private static void Start(
        AkkaSystem system,
        ClusterNodeOptions node,
        IServiceProvider services,
        ILoggerFactory loggers)
    {
        var roles = AkkaCluster.Get(system).SelfRoles;
        if (node.Coordinator is { } coordinator && roles.Contains(coordinator.Role))
            ClusterCoordinator.Start(system, coordinator, services, loggers);
        if (node.Worker is { } worker && roles.Contains(node.WorkerRole))
        {
            var options = new ActorTuneOptions();
            worker(options);
            ClusterWorker.Start(system, options, services, loggers);
        }
    }

    private static IServiceProvider ServicesOf(AkkaSystem system) =>
        DependencyResolver.For(system).Resolver is ServiceProviderDependencyResolver resolver
            ? resolver.ServiceProvider
            : throw new InvalidOperationException(
                $"{nameof(WithActorTune)} needs an actor system that Akka.Hosting builds from a "
                + "service collection. Elsewhere start ClusterCoordinator and ClusterWorker.");
}
