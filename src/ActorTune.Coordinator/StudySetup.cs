namespace ActorTune.Coordinator;

/// <summary>What a study actor needs from outside. It outlives restarts of the actor.</summary>
public sealed class StudySetup
{
    /// <summary>
    /// The study's definition; null to go on with a study that is in the journal.
    /// </summary>
    public StudySpecification? Specification { get; init; }

    /// <summary>
    /// Stop conditions that take the place of the recorded ones when the study is opened, before
    /// anything is decided; null to keep them.
    /// </summary>
    public StopConditions? ChangedStop { get; init; }

    /// <summary>Trials of earlier studies that a study just created starts from.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<TrialImported> Imported { get; init; } = [];

    /// <summary>The study's name.</summary>
    public required StudyId Study { get; init; }

    /// <summary>Where events are read from.</summary>
    public required IStudyJournal Journal { get; init; }

    /// <summary>The right to append; whoever made the setup disposes it.</summary>
    public required IStudyJournalWriter Writer { get; init; }

    /// <summary>The strategies.</summary>
    public required IStrategyCatalog Catalog { get; init; }

    /// <summary>Who gives slots.</summary>
    public required IActorRef<ToPlacement> Placement { get; init; }

    /// <summary>The version of the engine, for the journal.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>
    /// How long a worker may take after a recovery to come back with the attempts that it had;
    /// then they are lost, which counts against no limit, and begin again elsewhere.
    /// </summary>
    /// <value>Default: one minute.</value>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Called with every batch after it became durable; must be quick.</summary>
    public Action<IReadOnlyList<JournalEntry>>? Committed { get; init; }

    /// <summary>Completes when the study ended, was interrupted, or cannot go on.</summary>
    public TaskCompletionSource<StudyOutcome> Completion { get; } =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Why the actor failed last, for the error when it gives up.</summary>
    internal Exception? LastError { get; set; }
}
