using ActorTune.Hosting;

namespace ActorTune.Akka.Cluster;

/// <summary>What a cluster's coordinator runs, wherever it runs.</summary>
public sealed class CoordinatorOptions
{
    /// <summary>Sets the journal, anew each time that a coordinator starts on this node. Every
    /// node that may become coordinator must reach the same journal.</summary>
    public required Action<ActorTuneOptions> Configure { get; init; }

    /// <summary>The studies: created if the journal is without them, resumed if they have not
    /// ended.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<StudyDefinition> Studies { get; init; } = [];

    /// <summary>Which nodes may become coordinator.</summary>
    /// <value>Default: coordinator.</value>
    public string Role { get; init; } = "coordinator";

    /// <summary>How often workers are called, which is how soon a new one is found.</summary>
    /// <value>Default: 2 seconds.</value>
    public TimeSpan CallEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long to wait before studies that could not be opened are tried again, such as
    /// those of a journal that the last coordinator still holds.</summary>
    /// <value>Default: 2 seconds.</value>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Called when this node has become coordinator and its studies run.</summary>
    /// <value>Default: nothing is called.</value>
    public Action<ClusterStudies>? Opened { get; init; }
}

/// <summary>The studies of a coordinator that has just started.</summary>
/// <param name="Engine">Reads and opens studies, as long as this node is coordinator.</param>
/// <param name="Runs">Those that go on; the others have ended.</param>
public sealed record ClusterStudies(ITuner Engine, IReadOnlyList<IStudyRun> Runs);
