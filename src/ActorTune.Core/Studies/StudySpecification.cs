using ActorTune.Randomness;

namespace ActorTune.Studies;

/// <summary>All that defines a study before its first trial. It never changes.</summary>
public sealed record StudySpecification
{
    /// <summary>The study's name.</summary>
    public required StudyId Study { get; init; }

    /// <summary>The number from which all chance in the study follows.</summary>
    public required ulong Seed { get; init; }

    /// <summary>What is optimised; the first one ranks where only one can.</summary>
    public required IReadOnlyList<Objective> Objectives { get; init; }

    /// <summary>What trials must keep to besides.</summary>
    /// <value>Default: nothing.</value>
    public IReadOnlyList<OutcomeConstraint> Constraints { get; init; } = [];

    /// <summary>Where configurations come from.</summary>
    public required SearchSpace SearchSpace { get; init; }

    /// <summary>The sampler and its options.</summary>
    public required StrategyOptions Sampler { get; init; }

    /// <summary>The trial scheduler and its options.</summary>
    public required StrategyOptions Scheduler { get; init; }

    /// <summary>The trial program.</summary>
    public required ProgramSpecification Program { get; init; }

    /// <summary>The name of the unit in which resource is counted.</summary>
    /// <value>Default: epoch.</value>
    public string ResourceUnit { get; init; } = "epoch";

    /// <summary>The resource of a fully trained trial.</summary>
    /// <value>Default: none; a trial completes when its program returns.</value>
    public Resource? MaxResource { get; init; }

    /// <summary>When the study ends.</summary>
    public required StopConditions Stop { get; init; }

    /// <summary>What follows a failure.</summary>
    public FailurePolicy Failures { get; init; } = new();

    /// <summary>How many device slots of one worker a trial uses at a time.</summary>
    /// <value>Default: 1.</value>
    public int SlotsPerTrial { get; init; } = 1;

    /// <summary>How trials get their seeds.</summary>
    /// <value>Default: each its own.</value>
    public SeedMode Seeds { get; init; }

    /// <summary>Whether trial 0 uses the parameters' defaults.</summary>
    /// <value>Default: false.</value>
    public bool StartWithDefaults { get; init; }

    /// <summary>Configurations that are tried first, in their order.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<Configuration> Enqueue { get; init; } = [];

    /// <summary>What happens when the sampler suggests what was started before.</summary>
    /// <value>Default: it is started again.</value>
    public DuplicatePolicy Duplicates { get; init; }

    /// <summary>
    /// The logical order in which everything is taken in, so that timing decides nothing.
    /// </summary>
    /// <value>Default: none; decisions follow from what is recorded as it comes.</value>
    public StrictMode? Strict { get; init; }

    /// <summary>The objective that ranks trials.</summary>
    public Objective Objective => Objectives[0];

    /// <summary>Whether trials are judged by more than one number.</summary>
    public bool JudgesByOutcome => Objectives.Count > 1 || Constraints.Count > 0;

    /// <summary>The seed that a trial's program gets, the same in every attempt.</summary>
    public ulong TrialSeed(TrialNumber trial) => RandomStream.DeriveSeed(
        Seed, StreamName.TrialSeed, Seeds == SeedMode.Common ? 0 : trial.Value, 0);

    /// <summary>
    /// Refuses what no study can be: reports all problems that do not depend on the strategies.
    /// </summary>
    public IReadOnlyList<Problem> Check() => StudySpecificationCheck.Run(this);
}
