namespace ActorTune.Akka;

/// <summary>What a mailbox may do with waiting messages.</summary>
internal enum ShellPhase
{
    /// <summary>Not started yet: messages wait.</summary>
    Starting,

    /// <summary>Messages are handled.</summary>
    Receiving,

    /// <summary>Between two instances: messages wait.</summary>
    Restarting,

    /// <summary>Waits for the children to end: messages wait to become dead letters.</summary>
    Stopping,

    /// <summary>Ended: messages become dead letters.</summary>
    Stopped,
}
