using ActorTune.Randomness;

namespace ActorTune.Spaces;

public sealed class SearchSpaceTests
{
    private static SearchSpace Conditional() => new(
    [
        new FloatParameter("momentum", 0.5, 0.99)
        {
            When = [Condition.OneOf("optimizer", ParameterValue.Of("sgd"))],
        },
        new CategoricalParameter("optimizer", "sgd", "adam"),
        new BooleanParameter("nesterov")
        {
            When = [Condition.Between("momentum", 0.7, null)],
        },
    ]);

    [Fact]
    public void A_parameter_is_active_only_while_its_conditions_hold()
    {
        SearchSpace space = Conditional();
        Assert.Equal(["optimizer"], space.Decode([0.9, 0.9, 0.9]).Names);
        Assert.Equal(["momentum", "optimizer"], space.Decode([0.1, 0.1, 0.9]).Names);
        Assert.Equal(["momentum", "optimizer", "nesterov"], space.Decode([0.9, 0.1, 0.9]).Names);
    }

    [Fact]
    public void Encoding_a_configuration_gives_a_point_that_decodes_to_it()
    {
        SearchSpace space = Conditional();
        for (int trial = 0; trial < 500; trial++)
        {
            Configuration drawn = space.Draw(RandomStream.For(3, StreamName.Sampler, trial, 0));
            Assert.Equal(drawn, space.Decode(space.Encode(drawn)));
            Assert.Empty(space.Check(drawn));
        }
    }

    [Fact]
    public void A_draw_of_one_branch_never_shifts_another()
    {
        SearchSpace space = Conditional();
        var alone = new SearchSpace([space.Parameters[0] with { When = [] }]);
        double unconditional =
            alone.Draw(RandomStream.For(5, StreamName.Sampler, 0, 0))["momentum"].AsDouble();
        Configuration conditional = space.Decode(
            [RandomStream.For(5, StreamName.Sampler, 0, 0).NextDouble(), 0, 0]);
        Assert.Equal(unconditional, conditional["momentum"].AsDouble());
    }

    [Fact]
    public void Constraints_are_kept_by_every_draw()
    {
        var space = new SearchSpace(
            [new IntegerParameter("low", 0, 9), new IntegerParameter("high", 0, 9)],
            [new ForbiddenCombination([KeyValuePair.Create("low", ParameterValue.Of(0L))])],
            [new Inequality("low", "high", IsStrict: true)]);
        for (int trial = 0; trial < 300; trial++)
        {
            Configuration drawn = space.Draw(RandomStream.For(1, StreamName.Sampler, trial, 0));
            Assert.InRange(drawn["low"].AsInt64(), 1, drawn["high"].AsInt64() - 1);
        }
    }

    [Fact]
    public void Constraints_that_leave_nothing_are_an_error_with_a_way_out()
    {
        var space = new SearchSpace(
            [new BooleanParameter("a")],
            [
                new ForbiddenCombination([KeyValuePair.Create("a", ParameterValue.Of(true))]),
                new ForbiddenCombination([KeyValuePair.Create("a", ParameterValue.Of(false))]),
            ]);
        var error = Assert.Throws<InvalidStudyException>(
            () => space.Draw(RandomStream.For(1, StreamName.Sampler, 0, 0)));
        Assert.Contains("loosen the constraints", error.Message);
    }

    [Fact]
    public void Everything_that_is_wrong_is_reported_at_once_with_its_path()
    {
        var error = Assert.Throws<InvalidStudyException>(() => new SearchSpace(
        [
            new FloatParameter("a", 1, 0),
            new FloatParameter("b", 0, 1) { Scale = Scale.Log },
            new IntegerParameter("c", 1, 9) { Step = 0 },
            new CategoricalParameter("d", Array.Empty<string>()),
            new BooleanParameter("e") { When = [Condition.OneOf("nobody", ParameterValue.Of(1L))] },
            new FloatParameter("f", 0, 1) { Default = ParameterValue.Of(2.0) },
            new BooleanParameter("a"),
            new FloatParameter("g", double.NegativeInfinity, 1),
            new CategoricalParameter("h", [ParameterValue.Of(1L)], [1, 2]),
        ]));

        Assert.Equal(
            [
                "search-space.a: is declared twice",
                "search-space.a: low 1 must be less than high 0",
                "search-space.b: a log scale needs a low above zero, got 0",
                "search-space.c: the step must be at least 1, got 0",
                "search-space.d: there must be at least one choice",
                "search-space.e.when.nobody: there is no parameter 'nobody'",
                "search-space.f.default: '2.0' is not one of its values",
                "search-space.g: the range -Infinity to 1 must be finite",
                "search-space.h: there must be one weight for each of the 1 choices, got 2",
            ],
            error.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void Conditions_that_go_round_in_a_circle_are_refused()
    {
        var error = Assert.Throws<InvalidStudyException>(() => new SearchSpace(
        [
            new BooleanParameter("a") { When = [Condition.OneOf("b", ParameterValue.Of(true))] },
            new BooleanParameter("b") { When = [Condition.OneOf("a", ParameterValue.Of(true))] },
        ]));
        Assert.Contains("circle", error.Message);
    }

    [Fact]
    public void A_given_configuration_is_checked_against_the_space()
    {
        var given = new Configuration(
        [
            KeyValuePair.Create("optimizer", ParameterValue.Of("adam")),
            KeyValuePair.Create("momentum", ParameterValue.Of(0.6)),
            KeyValuePair.Create("width", ParameterValue.Of(3L)),
        ]);
        Assert.Equal(
            [
                "momentum: is not active here; leave it out",
                "width: the search space has no such parameter",
            ],
            Conditional().Check(given).Select(problem => problem.ToString()));
    }

    [Fact]
    public void Defaults_need_a_value_for_every_active_parameter()
    {
        Assert.Null(Conditional().Defaults());
        var space = new SearchSpace(
        [
            new CategoricalParameter("optimizer", "sgd", "adam")
            {
                Default = ParameterValue.Of("adam"),
            },
            new FloatParameter("momentum", 0, 1)
            {
                When = [Condition.OneOf("optimizer", ParameterValue.Of("sgd"))],
            },
        ]);
        Assert.Equal("optimizer=adam", space.Defaults()!.ToString());
    }
}
