using ActorTune.Strategies.Notation;

namespace ActorTune.Strategies.Samplers.Auto;

public sealed class AutoSamplerTests
{
    private static readonly Parameter[] Numbers =
    [
        new FloatParameter("rate", 1e-5, 1) { Scale = Scale.Log },
        new FloatParameter("momentum", 0, 1),
        new IntegerParameter("width", 1, 500),
    ];

    private static readonly CategoricalParameter Kind = new("kind", "a", "b");

    // Trials -1 stands for a study without such a stop condition.
    [Theory]
    [InlineData(10, "sobol")]
    [InlineData(11, "gp")]
    [InlineData(200, "gp")]
    [InlineData(201, "cma-es")]
    [InlineData(5000, "cma-es")]
    [InlineData(-1, "tpe")]
    public void Numbers_alone_go_by_the_number_of_trials(int trials, string expected) =>
        Assert.Equal(expected, Choice(trials, 1, Numbers).Name);

    [Theory]
    [InlineData(200, "gp")]
    [InlineData(201, "tpe")]
    [InlineData(5000, "tpe")]
    public void A_few_choices_among_numbers_leave_the_model_but_not_cma_es(
        int trials, string expected) =>
        Assert.Equal(expected, Choice(trials, 1, [.. Numbers, Kind]).Name);

    [Fact]
    public void Mostly_choices_are_for_tpe()
    {
        AutoChoice choice = Choice(
            100, 1, [Numbers[0], Kind, new BooleanParameter("bias")]);

        Assert.Equal("tpe", choice.Name);
        Assert.Equal(
            "2 of 3 parameters are choices, and no special case applies", choice.Reason);
    }

    [Theory]
    [InlineData(10, "sobol")]
    [InlineData(1000, "tpe")]
    [InlineData(1001, "nsga-ii")]
    [InlineData(-1, "tpe")]
    public void Several_objectives_go_by_the_number_of_trials(int trials, string expected) =>
        Assert.Equal(expected, Choice(trials, 2, Numbers).Name);

    [Theory]
    [InlineData(20)]
    [InlineData(2000)]
    public void Conditions_are_for_tpe(int trials) => Assert.Equal("tpe", Choice(
        trials,
        1,
        [
            .. Numbers,
            Kind,
            new FloatParameter("decay", 0, 1)
            {
                When = [Condition.OneOf("kind", ParameterValue.Of("a"))],
            },
        ]).Name);

    [Theory]
    [InlineData(5, "sobol")]
    [InlineData(6, "grid")]
    [InlineData(500, "grid")]
    public void What_can_be_tried_whole_is(int trials, string expected)
    {
        AutoChoice choice = Choice(trials, 1, [Kind, new IntegerParameter("depth", 1, 3)]);

        Assert.Equal(expected, choice.Name);
        if (expected == "grid")
            Assert.Equal(
                $"all 6 configurations of the space can be tried within the {trials} trials",
                choice.Reason);
    }

    [Theory]
    [InlineData(20, "gp")]
    [InlineData(21, "tpe")]
    public void The_model_is_for_few_parameters(int dimensions, string expected) => Assert.Equal(
        expected, Choice(100, 1, [.. Sampling.UnitCube(dimensions).Parameters]).Name);

    [Theory]
    [InlineData("asha", 500, "tpe")]
    [InlineData("asha", 1001, "cma-es")]
    [InlineData("run-to-completion", 500, "cma-es")]
    public void Cma_es_wants_values_that_compare_or_very_many_trials(
        string scheduler, int trials, string expected) => Assert.Equal(
        expected,
        AutoChoice.Of(Specifications.Of(scheduler, 81, "auto", new SearchSpace(Numbers)) with
        {
            Stop = new StopConditions { Trials = trials },
        }).Name);

    [Fact]
    public void It_answers_as_the_chosen_one_does_and_its_version_names_it()
    {
        var auto = new Sampling("auto", Sampling.UnitCube(6));
        var chosen = new Sampling("cma-es", Sampling.UnitCube(6));

        Assert.Equal("cma-es", AutoChoice.Of(auto.Specification).Name);
        Assert.Equal($"auto/1({chosen.Sampler.Version})", auto.Sampler.Version);
        Assert.Equal(
            chosen.Run(40, TestFunctions.Hartmann6).Configurations,
            auto.Run(40, TestFunctions.Hartmann6).Configurations);
    }

    [Fact]
    public void It_has_no_options()
    {
        Problem problem = Assert.Single(StandardStrategies.Instance.Check(
            Specifications.Of("run-to-completion", sampler: "auto points=3")));

        Assert.Equal("sampler.auto.points: 'auto' has no options", problem.ToString());
    }

    private static AutoChoice Choice(int trials, int objectives, Parameter[] parameters)
    {
        StudySpecification specification = Specifications.Of(
            "run-to-completion", sampler: "auto", space: new SearchSpace(parameters)) with
        {
            Objectives =
            [
                .. Enumerable.Range(0, objectives)
                    .Select(i => new Objective($"f{i}", Direction.Minimize)),
            ],
            Stop = trials < 0
                ? new StopConditions { WallTime = TimeSpan.FromHours(1) }
                : new StopConditions { Trials = trials },
        };
        Assert.Empty(StandardStrategies.Instance.Check(specification));
        return AutoChoice.Of(specification);
    }
}
