namespace ActorTune.Akka.Tests;

/// <summary>Settings of actor systems in tests.</summary>
internal static class TestSettings
{
    public const string Quiet = "akka { loglevel = OFF, stdout-loglevel = OFF }";
}
