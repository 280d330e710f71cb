using ActorTune.Spaces;

namespace ActorTune.Worker.Programs;

/// <summary>All that a program runner needs to start an attempt.</summary>
public sealed record TrialLaunch
{
    /// <summary>The study.</summary>
    public required StudyId Study { get; init; }

    /// <summary>The attempt.</summary>
    public required AttemptId Attempt { get; init; }

    /// <summary>What to run.</summary>
    public required ProgramSpecification Program { get; init; }

    /// <summary>The trial's configuration.</summary>
    public required Configuration Configuration { get; init; }

    /// <summary>The trial's seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The device slots it runs on.</summary>
    public required IReadOnlyList<int> Slots { get; init; }

    /// <summary>The checkpoint to go on from, or null.</summary>
    public required Checkpoint? From { get; init; }

    /// <summary>The folder of that checkpoint, or null.</summary>
    public required string? FromFolder { get; init; }

    /// <summary>The resource of the first decision, or null.</summary>
    public required Resource? Until { get; init; }

    /// <summary>The metric that every report must have.</summary>
    public required string Objective { get; init; }

    /// <summary>The name of the unit of resource.</summary>
    public required string ResourceUnit { get; init; }

    /// <summary>The attempt's own folder; nothing else ever writes into it.</summary>
    public required string Folder { get; init; }
}
