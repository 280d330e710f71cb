namespace ActorTune.Worker;

/// <summary>What a worker actor needs from outside.</summary>
public sealed class WorkerSetup
{
    /// <summary>The worker's name.</summary>
    public required WorkerId Worker { get; init; }

    /// <summary>How many device slots it has.</summary>
    public required int SlotCount { get; init; }

    /// <summary>Where attempts keep their files.</summary>
    public required TrialFolders Folders { get; init; }

    /// <summary>Starts programs.</summary>
    public required ITrialProgramRunner Runner { get; init; }

    /// <summary>Whom to offer the slots to.</summary>
    public required IActorRef<ToPlacement> Placement { get; init; }

    /// <summary>After how long what was not acknowledged is sent again.</summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan ResendAfter { get; init; } = TimeSpan.FromSeconds(5);
}
