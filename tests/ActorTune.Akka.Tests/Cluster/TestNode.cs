using ActorTune.Akka.Cluster;
using ActorTune.Hosting;
using ActorTune.Journal;
using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using AkkaCluster = Akka.Cluster.Cluster;

namespace ActorTune.Akka.Tests.Cluster;

/// <summary>One node of a cluster on loopback, in the process of the test.</summary>
internal sealed class TestNode : IAsyncDisposable
{
    private static readonly ServiceProvider NoServices =
        new ServiceCollection().BuildServiceProvider();

    private readonly AkkaSystem _system;

    private TestNode(string role, TestNode? seed)
    {
        _system = AkkaSystem.Create("cluster", TestSettings.ClusterOf(role));
        AkkaCluster cluster = AkkaCluster.Get(_system);
        cluster.Join(seed?.Address ?? cluster.SelfAddress);
    }

    private Address Address => AkkaCluster.Get(_system).SelfAddress;

    public static TestNode Coordinator(
        IStudyJournal journal,
        StudyDefinition study,
        Action<ClusterStudies>? opened = null,
        TestNode? seed = null)
    {
        var node = new TestNode("coordinator", seed);
        var options = new CoordinatorOptions
        {
            Configure = tune => tune.UseJournal(() => journal),
            Studies = [study],
            CallEvery = TimeSpan.FromMilliseconds(200),
            RetryAfter = TimeSpan.FromMilliseconds(200),
            Opened = opened,
        };
        ClusterCoordinator.Start(
            node._system, options, NoServices, NullLoggerFactory.Instance);
        return node;
    }

    public static TestNode Worker(string name, Action<ActorTuneOptions> configure, TestNode seed)
    {
        var node = new TestNode("worker", seed);
        var options = new ActorTuneOptions { Worker = name, Slots = 2 };
        configure(options);
        ClusterWorker.Start(node._system, options, NoServices, NullLoggerFactory.Instance);
        return node;
    }

    public Task UntilUpAsync()
    {
        var up = new TaskCompletionSource();
        AkkaCluster.Get(_system).RegisterOnMemberUp(up.SetResult);
        return up.Task;
    }

    /// <summary>Leaves the cluster in order.</summary>
    public Task LeaveAsync() => CoordinatedShutdown.Get(_system)
        .Run(CoordinatedShutdown.ClusterLeavingReason.Instance);

    /// <summary>Is gone without a word, as a process that is killed.</summary>
    public Task DieAsync() => _system.Terminate();

    public async ValueTask DisposeAsync()
    {
        await _system.Terminate();
        _system.Dispose();
    }
}
