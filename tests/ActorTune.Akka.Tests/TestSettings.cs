namespace ActorTune.Akka.Tests;

/// <summary>Settings of actor systems in tests.</summary>
internal static class TestSettings
{
    public const string Quiet = "akka { loglevel = OFF, stdout-loglevel = OFF }";

    /// <summary>Reachable on loopback, at a port that the operating system chooses.</summary>
    public const string Remote = Quiet + """

        akka.actor.provider = remote
        akka.remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0 }
        """;

    /// <summary>A member of a cluster that notices quickly who is gone. Termination does not leave
    /// the cluster first, so that it looks like a crash.</summary>
    public static string ClusterOf(string role) => Remote + $$"""

        akka.actor.provider = cluster
        akka.coordinated-shutdown {
          run-by-actor-system-terminate = off
          run-by-clr-shutdown-hook = off
          exit-clr = off
        }
        akka.cluster {
          roles = [{{role}}]
          run-coordinated-shutdown-when-down = off
          gossip-interval = 200ms
          leader-actions-interval = 200ms
          unreachable-nodes-reaper-interval = 200ms
          failure-detector { heartbeat-interval = 200ms, acceptable-heartbeat-pause = 2s }
          pub-sub.gossip-interval = 200ms
          downing-provider-class = "Akka.Cluster.SBR.SplitBrainResolverProvider, Akka.Cluster"
          split-brain-resolver { active-strategy = keep-majority, stable-after = 1s }
        }
        """;
}
