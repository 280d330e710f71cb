using ActorTune.Cli.Forking;
using ActorTune.Cli.Reading;
using ActorTune.Hocon;
using ActorTune.Journal.Format;

namespace ActorTune.Cli.Tests;

/// <summary>A recorded study written as a configuration file reads as itself.</summary>
public sealed class StudyTextTests
{
    private static readonly StudySpecification Rich = Studies.Asha with
    {
        Seed = ulong.MaxValue,
        Objectives =
        [
            new Objective("accuracy", Direction.Maximize)
            {
                Reduce = Reduction.MeanOfLast(3),
                Range = new ValueRange(0, 1.5),
            },
        ],
        Constraints = [new OutcomeConstraint("memory", AtMost: 0.1 + 0.2, AtLeast: -1e300)],
        SearchSpace = new SearchSpace(
            [
                new FloatParameter("lr", 1e-5, 0.1)
                {
                    Scale = Scale.Log,
                    Default = ParameterValue.Of(1e-3),
                },
                new FloatParameter("dropout", 0, 0.5)
                {
                    Step = 0.1,
                    Default = ParameterValue.Of(0.2),
                },
                new IntegerParameter("layers", 1, 9)
                {
                    Step = 2,
                    Default = ParameterValue.Of(3L),
                },
                new CategoricalParameter(
                    "optimizer",
                    [ParameterValue.Of("adam"), ParameterValue.Of("größe \"x\"")],
                    [1, 2.5])
                {
                    Default = ParameterValue.Of("adam"),
                },
                new OrdinalParameter("batch", ParameterValue.Of(16L), ParameterValue.Of(32L))
                {
                    Default = ParameterValue.Of(32L),
                },
                new BooleanParameter("nesterov")
                {
                    When =
                    [
                        Condition.OneOf("optimizer", ParameterValue.Of("adam")),
                        Condition.Between("layers", 1, null),
                    ],
                    Default = ParameterValue.Of(true),
                },
                new IntegerParameter("units", 1, 64)
                {
                    Scale = Scale.Log,
                    Default = ParameterValue.Of(8L),
                },
                new ConstantParameter("width", ParameterValue.Of(7.0)),
            ],
            [
                new ForbiddenCombination(
                [
                    KeyValuePair.Create("optimizer", ParameterValue.Of("adam")),
                    KeyValuePair.Create("layers", ParameterValue.Of(9L)),
                ]),
            ],
            [new Inequality("layers", "units"), new Inequality("lr", "dropout", true)]),
        Program = new ProgramSpecification
        {
            Command = ["python3", "train.py", ""],
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
        },
        ResourceUnit = "step",
        Stop = new StopConditions
        {
            Trials = 100,
            WallTime = new TimeSpan(1, 2, 3, 4, 5),
            TotalResource = 1L << 50,
            Target = 0.1 + 0.2,
            NoImprovement = new NoImprovement(40, 0.001),
            Mode = EndMode.Cancel,
            FinishBest = 3,
        },
        Failures = new FailurePolicy { HangRetries = 5, AbortWhenFirstAllFail = 7 },
        SlotsPerTrial = 2,
        Seeds = SeedMode.Common,
        StartWithDefaults = true,
        Duplicates = DuplicatePolicy.Resample,
    };

    public static TheoryData<string> Names => [.. GoldenStudies.All.Keys, "rich", "strict"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_recorded_study_reads_as_itself(string name)
    {
        StudySpecification study = name switch
        {
            "rich" => Rich,
            "strict" => Studies.Asha with
            {
                Program = Studies.Asha.Program with { SilenceLimit = TimeSpan.FromMinutes(1) },
                Strict = new StrictMode(8, 20),
            },
            _ => GoldenStudies.All[name],
        };

        HoconDocument document = HoconDocument.Parse(StudyText.Of(study));
        StudySpecification read =
            ConfigurationFile.Read(document, "study.conf").Resolve().Specification;
        StudySpecification reread = ConfigurationFile.Read(
            HoconDocument.Parse(HoconRenderer.ToHocon(document.Root)), "study.conf")
            .Resolve().Specification;

        Assert.Equal(StudySpecificationJson.ToText(study), StudySpecificationJson.ToText(read));
        Assert.Equal(StudySpecificationJson.ToText(study), StudySpecificationJson.ToText(reread));
    }
}
