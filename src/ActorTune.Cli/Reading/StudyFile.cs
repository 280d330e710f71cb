using ActorTune.Cli.WhatIf;
using ActorTune.Hocon;

namespace ActorTune.Cli.Reading;

/// <summary>What a configuration file says.</summary>
internal sealed record StudyFile
{
    /// <summary>The file as it was named.</summary>
    internal required string Path { get; init; }

    internal required StudyId Study { get; init; }

    /// <summary>What is optimised; at least one.</summary>
    internal required IReadOnlyList<Objective> Objectives { get; init; }

    internal IReadOnlyList<OutcomeConstraint> Constraints { get; init; } = [];

    internal required SearchSpace SearchSpace { get; init; }

    internal required ProgramSpecification Program { get; init; }

    internal required StopConditions Stop { get; init; }

    internal ulong? Seed { get; init; }

    internal StrategyOptions? Sampler { get; init; }

    internal StrategyOptions? Scheduler { get; init; }

    /// <summary>
    /// Trial schedulers that the study is compared with. They are read with the journal, are no
    /// part of the study, and may change at any time.
    /// </summary>
    internal IReadOnlyList<StrategyOptions> Shadows { get; init; } = [];

    internal long? MaxResource { get; init; }

    internal string ResourceUnit { get; init; } = "epoch";

    internal FailurePolicy Failures { get; init; } = new();

    internal int SlotsPerTrial { get; init; } = 1;

    internal SeedMode Seeds { get; init; }

    internal IReadOnlyList<KeyValuePair<string, ParameterValue>> Fixed { get; init; } = [];

    internal IReadOnlyList<Configuration> Enqueue { get; init; } = [];

    internal DuplicatePolicy Duplicates { get; init; }

    internal bool StartWithDefaults { get; init; }

    /// <summary>Earlier studies whose trials a new study starts from.</summary>
    internal IReadOnlyList<EarlierStudy> StartFrom { get; init; } = [];

    /// <summary>Extra metrics shown for the best trial; empty: all that it reported.</summary>
    internal IReadOnlyList<string> Report { get; init; } = [];

    internal NodeOptions Node { get; init; } = NodeOptions.Default;

    /// <summary>Where the trial function is named.</summary>
    internal HoconPosition FunctionPlace { get; init; } = HoconPosition.None;

    /// <summary>The folder that relative paths of programs start from.</summary>
    internal string Folder =>
        System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;

    /// <summary>
    /// The full specification. What the file leaves open is what was recorded when the study was
    /// created, or, for a new study, what the engine chooses.
    /// </summary>
    /// <exception cref="InvalidStudyException">Something is wrong; it lists all of it.</exception>
    internal ResolvedDefinition Resolve(StudySpecification? recorded = null)
    {
        var definition = new StudyDefinition(Study.Name)
        {
            Objective = Objectives[0],
            FurtherObjectives = [.. Objectives.Skip(1)],
            Constraints = Constraints,
            SearchSpace = SearchSpace,
            Program = Program,
            Stop = Stop,
            Seed = Seed ?? recorded?.Seed,
            Sampler = Sampler ?? recorded?.Sampler,
            Scheduler = Scheduler ?? recorded?.Scheduler,
            MaxResource = MaxResource,
            ResourceUnit = ResourceUnit,
            Failures = Failures,
            SlotsPerTrial = SlotsPerTrial,
            Seeds = Seeds,
            StartWithDefaults = StartWithDefaults,
            Fixed = Fixed,
            Enqueue = Enqueue,
            Duplicates = Duplicates,
            StartFrom = StartFrom,
        };
        ResolvedDefinition resolved = definition.ToSpecification();
        InvalidStudyException.ThrowIfAny(
            ShadowSchedulers.Check(resolved.Specification, Shadows));
        return resolved;
    }
}
