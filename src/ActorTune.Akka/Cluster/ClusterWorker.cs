using ActorTune.Hosting;
using ActorTune.Protocol;
using Akka;
using Akka.Actor;

namespace ActorTune.Akka.Cluster;

/// <summary>A worker on this node of a cluster: it trains for whichever coordinator there is.
/// </summary>
public static class ClusterWorker
{
    /// <summary>Starts a worker. It ends with the actor system.</summary>
    /// <param name="system">The actor system, in a cluster.</param>
    /// <param name="options">
    /// Slots, folder and programs. The name of the worker must be its own in the cluster, and stay
    /// the same when its node starts again.
    /// </param>
    /// <param name="services">What trial programs are made from.</param>
    /// <param name="loggers">Where it logs.</param>
    public static void Start(
        AkkaSystem system,
        ActorTuneOptions options,
        IServiceProvider services,
        ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(options);
        var host = new AkkaActorHost(system, new AkkaHostOptions { LoggerFactory = loggers });
        AkkaRef clerk = system.ActorOf(
            Props.Create(() => new WorkerClerk()), "actortune-worker-clerk");
        IActorRef<ToPlacement> placement =
            new AkkaActorRef<ToPlacement>(clerk, ShellName.Read(clerk.Path));
        EngineParts.SpawnWorker(host, placement, options, services, loggers);
        CoordinatedShutdown.Get(system).AddTask(
            CoordinatedShutdown.PhaseBeforeServiceUnbind,
            "end-actortune-worker",
            () => EndAsync(host));
    }

    // Before the node leaves the cluster, so that the coordinator hears of it at once.
    private static async Task<Done> EndAsync(AkkaActorHost host)
    {
        await host.DisposeAsync().ConfigureAwait(false);
        return Done.Instance;
    }
}
