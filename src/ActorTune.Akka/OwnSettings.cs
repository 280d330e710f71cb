using Akka.Configuration;

namespace ActorTune.Akka;

/// <summary>The settings that every actor system with actors of ours needs.</summary>
internal static class OwnSettings
{
    private static readonly Config Fallback = ConfigurationFactory.FromResource(
        "ActorTune.Akka.actortune.conf", typeof(OwnSettings).Assembly);

    /// <summary>Adds them, unless they are there already.</summary>
    public static void AddTo(AkkaSystem system)
    {
        if (!system.Settings.Config.HasPath(TwoLaneMailbox.Id))
            system.Settings.InjectTopLevelFallback(Fallback);
    }
}
