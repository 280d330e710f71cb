using ActorTune.Objectives;
using ActorTune.Spaces;
using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.TestKit.Journal;

/// <summary>
/// Specifications to store: one with all defaults, one with nothing of the first release left at
/// its default, and one with everything.
/// </summary>
public static class StudySpecificationSamples
{
    /// <summary>As little as a study needs.</summary>
    public static StudySpecification Small { get; } = new()
    {
        Study = new StudyId("small"),
        Seed = 42,
        Objectives = [new Objective("loss", Direction.Minimize)],
        SearchSpace = new SearchSpace([new FloatParameter("x", 0, 1)]),
        Sampler = new StrategyOptions("random"),
        Scheduler = new StrategyOptions("run-to-completion"),
        Program = new ProgramSpecification { Function = "train" },
        Stop = new StopConditions { Trials = 10 },
    };

    /// <summary>Every field set, every kind of parameter, condition and constraint.</summary>
    public static StudySpecification Full { get; } = new()
    {
        Study = new StudyId("full-1.2_3"),
        Seed = ulong.MaxValue,
        Objectives =
        [
            new Objective("accuracy", Direction.Maximize) { Reduce = Reduction.MeanOfLast(3) },
            new Objective("latency", Direction.Minimize) { Reduce = Reduction.Best },
        ],
        SearchSpace = Space(),
        Sampler = new StrategyOptions("tpe").With("startup", ParameterValue.Of(10L))
            .With("gamma", ParameterValue.Of(1.0)).With("multivariate", ParameterValue.Of(true)),
        Scheduler = new StrategyOptions("asha-promotion").With("mode", ParameterValue.Of("soft")),
        Program = Program(),
        ResourceUnit = "step",
        MaxResource = new Resource(81),
        Stop = new StopConditions
        {
            Trials = 100,
            WallTime = new TimeSpan(1, 2, 3, 4, 5),
            TotalResource = 1L << 50,
            Target = 0.1 + 0.2,
            Mode = EndMode.Cancel,
            FinishBest = 3,
        },
        Failures = new FailurePolicy
        {
            LostWorkerRetries = 1,
            HangRetries = 2,
            OutOfMemoryRetries = 3,
            ErrorRetries = 4,
            AbortAfterFailuresInRow = 6,
            AbortWhenFirstAllFail = 7,
        },
        SlotsPerTrial = 2,
        Seeds = SeedMode.Common,
        StartWithDefaults = false,
    };

    /// <summary>
    /// <see cref="Full"/> with what came after the first release: the stored form of studies
    /// without that never changes.
    /// </summary>
    public static StudySpecification Extended { get; } = Full with
    {
        Study = new StudyId("extended"),
        Objectives =
        [
            .. Full.Objectives.Take(1).Select(first => first with { Range = new(-0.5, 0.1 + 0.2) }),
            .. Full.Objectives.Skip(1),
        ],
        Constraints =
        [
            new OutcomeConstraint("memory", AtMost: 0.1 + 0.2),
            new OutcomeConstraint("fairness", AtMost: 1e300, AtLeast: -0.5),
        ],
        Stop = Full.Stop with { NoImprovement = new NoImprovement(40, 0.001) },
        Enqueue =
        [
            Space().Decode([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]),
            Configuration.Empty,
        ],
        Duplicates = DuplicatePolicy.Resample,
    };

    private static ProgramSpecification Program() => new()
    {
        Command = ["python3", "train.py", "--fast", ""],
        Isolated = true,
        Resumes = true,
        Environment =
        [
            new EnvironmentVariable("THREADS", "2", null),
            new EnvironmentVariable("TOKEN", null, "HUB_TOKEN"),
        ],
        WorkingDirectory = "/data",
        TimeLimit = TimeSpan.FromHours(30),
        SilenceLimit = TimeSpan.FromTicks(1),
        StopGrace = TimeSpan.Zero,
    };

    private static SearchSpace Space() => new(
        [
            new FloatParameter("lr", 1e-5, 0.1)
            {
                Scale = Scale.Log,
                Default = ParameterValue.Of(1e-3),
            },
            new FloatParameter("dropout", 0, 0.5) { Step = 0.1 },
            new FloatParameter("momentum", 0.5, 0.999) { Scale = Scale.ReverseLog },
            new IntegerParameter("layers", 1, 9) { Step = 2, Default = ParameterValue.Of(3L) },
            new IntegerParameter("width", 1, 1024) { Scale = Scale.Log },
            new CategoricalParameter(
                "optimizer",
                [ParameterValue.Of("adam"), ParameterValue.Of("sgd"), ParameterValue.Of("größe")],
                [1, 2.5, 0.25]),
            new OrdinalParameter("batch", ParameterValue.Of(16L), ParameterValue.Of(32.0)),
            new BooleanParameter("nesterov")
            {
                When =
                [
                    Condition.OneOf("optimizer", ParameterValue.Of("sgd")),
                    Condition.Between("layers", 1, null),
                    Condition.Between("lr", 1e-4, 0.1),
                ],
            },
            new ConstantParameter("seed", ParameterValue.Of(7L)),
        ],
        [
            new ForbiddenCombination(
            [
                KeyValuePair.Create("optimizer", ParameterValue.Of("adam")),
                KeyValuePair.Create("layers", ParameterValue.Of(9L)),
            ]),
        ],
        [new Inequality("layers", "width"), new Inequality("lr", "momentum", true)]);
}
