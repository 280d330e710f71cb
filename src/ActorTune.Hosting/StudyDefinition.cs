using System.Security.Cryptography;

namespace ActorTune.Hosting;

/// <summary>
/// A study as its author writes it: what is left out gets a default, and
/// <see cref="ToSpecification"/> says which.
/// </summary>
public sealed class StudyDefinition
{
    /// <summary>Creates a definition.</summary>
    /// <param name="name">The study's name: letters, digits, dots, dashes, underscores.</param>
    public StudyDefinition(string name) => Study = new StudyId(name);

    /// <summary>The study's name.</summary>
    public StudyId Study { get; }

    /// <summary>What is optimised; with several objectives, the one that ranks alone.</summary>
    public required Objective Objective { get; init; }

    /// <summary>What is optimised besides.</summary>
    /// <value>Default: nothing.</value>
    public IReadOnlyList<Objective> FurtherObjectives { get; init; } = [];

    /// <summary>What reported metrics must keep to for a trial to be feasible.</summary>
    /// <value>Default: nothing.</value>
    public IReadOnlyList<OutcomeConstraint> Constraints { get; init; } = [];

    /// <summary>Where configurations come from.</summary>
    public required SearchSpace SearchSpace { get; init; }

    /// <summary>The trial program.</summary>
    public required ProgramSpecification Program { get; init; }

    /// <summary>When the study ends.</summary>
    public required StopConditions Stop { get; init; }

    /// <summary>The number from which all chance follows.</summary>
    /// <value>Default: drawn once, and journalled.</value>
    public ulong? Seed { get; init; }

    /// <summary>The sampler.</summary>
    /// <value>Default: chosen by <see cref="StandardStrategies"/>.</value>
    public StrategyOptions? Sampler { get; init; }

    /// <summary>The trial scheduler.</summary>
    /// <value>Default: chosen by <see cref="StandardStrategies"/>.</value>
    public StrategyOptions? Scheduler { get; init; }

    /// <summary>The resource of a fully trained trial.</summary>
    /// <value>Default: none; a trial completes when its program returns.</value>
    public long? MaxResource { get; init; }

    /// <summary>The name of the unit of resource.</summary>
    /// <value>Default: epoch.</value>
    public string ResourceUnit { get; init; } = "epoch";

    /// <summary>What follows a failure.</summary>
    public FailurePolicy Failures { get; init; } = new();

    /// <summary>How many device slots a trial uses at a time.</summary>
    /// <value>Default: 1.</value>
    public int SlotsPerTrial { get; init; } = 1;

    /// <summary>How trials get their seeds.</summary>
    public SeedMode Seeds { get; init; }

    /// <summary>Whether trial 0 uses the parameters' defaults.</summary>
    public bool StartWithDefaults { get; init; }

    /// <summary>Parameters that are held at one value: they become constants.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<KeyValuePair<string, ParameterValue>> Fixed { get; init; } = [];

    /// <summary>
    /// Configurations that are tried first. What one leaves out takes its constant or default.
    /// </summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<Configuration> Enqueue { get; init; } = [];

    /// <summary>What happens when the sampler suggests what was started before.</summary>
    /// <value>Default: it is started again.</value>
    public DuplicatePolicy Duplicates { get; init; }

    /// <summary>
    /// The logical order in which everything is taken in, so that the decisions are the same
    /// whatever machines and timing do.
    /// </summary>
    /// <value>Default: none; decisions follow from what is recorded as it comes.</value>
    public StrictMode? Strict { get; init; }

    /// <summary>
    /// Earlier studies: their trials that fit the search space are copied when the study is
    /// created, and its sampler starts from them.
    /// </summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<EarlierStudy> StartFrom { get; init; } = [];

    /// <summary>
    /// The full specification, checked, and a sentence for each default that was chosen.
    /// </summary>
    /// <exception cref="InvalidStudyException">Something is wrong; it lists all of it.</exception>
    public ResolvedDefinition ToSpecification()
    {
        var choices = new List<string>();
        ulong seed = Seed ?? BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));
        if (Seed is null)
            choices.Add($"seed {seed}: none was given, so it was drawn");
        StudySpecification specification = Assemble(seed, choices);
        if (StartFrom.Count > 0 && FurtherObjectives.Count > 0)
            throw Invalid("start-from", "a study with several objectives starts from no other");
        InvalidStudyException.ThrowIfAny(
            [.. specification.Check(), .. StandardStrategies.Instance.Check(specification)]);
        if (specification.Sampler.Name == AutoChoice.SamplerName)
        {
            AutoChoice chosen = AutoChoice.Of(specification);
            choices.Add($"sampler auto uses {chosen.Sampler}: {chosen.Reason}");
        }

        return new ResolvedDefinition(specification, choices);
    }

    private StudySpecification Assemble(ulong seed, List<string> choices)
    {
        Resource? max = MaxResource is { } units
            ? units > 0 ? new Resource(units) : throw Invalid("max-resource", "must be at least 1")
            : null;
        SearchSpace space = SearchSpace.Fix(Fixed);
        StrategyDefault sampler = StandardStrategies.DefaultSampler(space);
        StrategyDefault scheduler = StandardStrategies.DefaultScheduler(max, Program.Resumes);
        if (Sampler is null)
            choices.Add($"sampler {sampler.Options}: {sampler.Reason}");
        if (Scheduler is null)
            choices.Add($"scheduler {scheduler.Options}: {scheduler.Reason}");
        return new StudySpecification
        {
            Study = Study,
            Seed = seed,
            Objectives = [Objective, .. FurtherObjectives],
            Constraints = Constraints,
            SearchSpace = space,
            Sampler = Sampler ?? sampler.Options,
            Scheduler = Scheduler ?? scheduler.Options,
            Program = Program,
            ResourceUnit = ResourceUnit,
            MaxResource = max,
            Stop = Stop,
            Failures = Failures,
            SlotsPerTrial = SlotsPerTrial,
            Seeds = Seeds,
            StartWithDefaults = StartWithDefaults,
            Enqueue = [.. Enqueue.Select(space.Complete)],
            Duplicates = Duplicates,
            Strict = Strict,
        };
    }

    private static InvalidStudyException Invalid(string path, string message) =>
        new([new Problem(path, message)]);
}
