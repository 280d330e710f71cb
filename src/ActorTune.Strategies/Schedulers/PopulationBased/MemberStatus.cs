namespace ActorTune.Strategies.Schedulers.PopulationBased;

/// <summary>Where a member of the population stands.</summary>
internal enum MemberStatus
{
    /// <summary>It trains.</summary>
    Running,

    /// <summary>It is among the worst and about to be replaced.</summary>
    Beaten,

    /// <summary>It waits for a slot.</summary>
    Paused,

    /// <summary>The study stopped it; it may come back when the study is reopened.</summary>
    Stopped,
}
