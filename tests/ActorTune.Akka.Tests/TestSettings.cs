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
}
