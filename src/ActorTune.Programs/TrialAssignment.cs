namespace ActorTune.Programs;

/// <summary>All that an attempt is given when it starts.</summary>
public sealed record TrialAssignment
{
    /// <summary>The study that the trial belongs to.</summary>
    public required StudyId Study { get; init; }

    /// <summary>The attempt: trial number and fencing number.</summary>
    public required AttemptId Attempt { get; init; }

    /// <summary>The trial's configuration.</summary>
    public required Configuration Configuration { get; init; }

    /// <summary>The trial's seed, the same in every attempt.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The metric that the study optimises; every report must have it.</summary>
    public required string Objective { get; init; }

    /// <summary>The folder that belongs to this attempt alone.</summary>
    public required string Folder { get; init; }

    /// <summary>The worker's device slots that the attempt has for itself, such as GPUs.</summary>
    /// <value>Default: none are told.</value>
    public IReadOnlyList<int> Slots { get; init; } = [];

    /// <summary>What one unit of resource is.</summary>
    /// <value>Default: epoch.</value>
    public string ResourceUnit { get; init; } = "epoch";

    /// <summary>The checkpoint to go on from.</summary>
    /// <value>Default: null, the attempt starts from nothing.</value>
    public TrialResume? Resume { get; init; }

    /// <summary>The resource of the first decision.</summary>
    /// <value>Default: null, none before the program's own end.</value>
    public Resource? Until { get; init; }

    /// <summary>Whether the program declared that it goes on from checkpoints.</summary>
    /// <value>Default: false.</value>
    public bool Resumes { get; init; }
}
