using ActorTune.Spaces;
using ActorTune.Spaces.Annotations;

namespace ActorTune.Tests.Spaces.Annotations;

public sealed class SearchSpaceReaderTests
{
    private enum Optimizer
    {
        Sgd,
        AdamW,
    }

    [Fact]
    public void Each_annotation_gives_its_parameter_in_declared_order()
    {
        SearchSpace space = SearchSpace.From<AllCases>();

        Assert.Equal(
            [
                "learning-rate", "dropout", "batch-size", "units", "activation", "width",
                "nesterov", "optimizer", "momentum", "epochs", "classes",
            ],
            space.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(
            new FloatParameter("learning-rate", 1e-4, 1) { Scale = Scale.Log },
            Find(space, "learning-rate") with { When = [] },
            SameParameter);
        Assert.Equal(0.1, ((FloatParameter)Find(space, "dropout")).Step);
        Assert.Equal(8, ((IntegerParameter)Find(space, "units")).Step);
        Assert.IsType<BooleanParameter>(Find(space, "nesterov"));
        Assert.Equal(ParameterValue.Of(27L), ((ConstantParameter)Find(space, "epochs")).Value);
        Assert.Equal(ParameterValue.Of(10L), ((ConstantParameter)Find(space, "classes")).Value);
    }

    [Fact]
    public void Listed_values_take_the_type_of_the_property()
    {
        SearchSpace space = SearchSpace.From<AllCases>();

        Assert.Equal(
            [ParameterValue.Of(16L), ParameterValue.Of(32L), ParameterValue.Of(64L)],
            ((OrdinalParameter)Find(space, "batch-size")).Values);
        Assert.Equal(
            [ParameterValue.Of(1.0), ParameterValue.Of(2.5)],
            ((CategoricalParameter)Find(space, "width")).Choices);
        Assert.Equal([3, 1], ((CategoricalParameter)Find(space, "activation")).Weights!);
    }

    [Fact]
    public void An_enum_is_a_choice_of_its_members_in_kebab_case()
    {
        SearchSpace space = SearchSpace.From<AllCases>();

        Assert.Equal(
            [ParameterValue.Of("sgd"), ParameterValue.Of("adam-w")],
            ((CategoricalParameter)Find(space, "optimizer")).Choices);
    }

    [Fact]
    public void A_condition_names_its_parent_by_property_or_parameter()
    {
        Condition condition = Assert.Single(Find(SearchSpace.From<AllCases>(), "momentum").When);

        Assert.Equal(Condition.OneOf("optimizer", ParameterValue.Of("sgd")), condition);
    }

    [Fact]
    public void A_condition_may_be_a_range()
    {
        Condition condition = Assert.Single(Find(SearchSpace.From<Ranged>(), "second-units").When);

        Assert.Equal(Condition.Between("layers", 2, null), condition);
    }

    [Fact]
    public void Initial_values_are_defaults_where_that_is_said()
    {
        SearchSpace some = SearchSpace.From<SomeDefaults>();
        SearchSpace all = SearchSpace.From<SomeDefaults>(useInitialValues: true);

        Assert.Equal(ParameterValue.Of(0.5), Find(some, "first").Default);
        Assert.Null(Find(some, "second").Default);
        Assert.Equal(ParameterValue.Of(7L), Find(all, "second").Default);
        Assert.Equal("first=0.5 second=7", all.Defaults()!.ToString());
    }

    [Fact]
    public void A_record_is_read_through_its_constructor()
    {
        SearchSpace space = SearchSpace.From<Positional>();

        Assert.Equal(["rate", "layers"], space.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(ParameterValue.Of(2L), Find(space, "layers").Default);
    }

    [Fact]
    public void Base_classes_come_first_and_computed_properties_are_left_out()
    {
        SearchSpace space = SearchSpace.From<Derived>();

        Assert.Equal(
            ["first", "second", "third"], space.Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void Everything_that_is_wrong_is_listed_at_once()
    {
        var invalid = Assert.Throws<InvalidStudyException>(() => SearchSpace.From<Wrong>());

        Assert.Equal(
            [
                "search-space.forgotten",
                "search-space.whole",
                "search-space.listed",
                "search-space.twice",
                "search-space.when-nothing.when.nothing",
                "search-space.when-odd.when.flag",
                "search-space.no-default.default",
                "search-space.odd-type",
                "search-space.empty-constant",
                "search-space.backwards",
            ],
            invalid.Problems.Select(problem => problem.Path));
        Assert.Contains("'x' is not a value of type Int32", invalid.Message);
        Assert.Contains("[NotTuned]", invalid.Message);
        Assert.DoesNotContain("of-refused", invalid.Message);
    }

    [Fact]
    public void A_class_without_parameters_is_refused() =>
        Assert.Throws<InvalidStudyException>(() => SearchSpace.From<Empty>());

    private static Parameter Find(SearchSpace space, string name) =>
        space.Parameters[space.IndexOf(name)];

    private static bool SameParameter(Parameter left, Parameter right) =>
        left is FloatParameter a && right is FloatParameter b && a.Name == b.Name
        && a.Low.Equals(b.Low) && a.High.Equals(b.High) && a.Scale == b.Scale && a.Step == b.Step;

    private sealed class AllCases
    {
        [FloatRange(1e-4, 1, Scale = Scale.Log)]
        public double LearningRate { get; set; }

        [FloatRange(0, 0.5, Step = 0.1)]
        public float Dropout { get; set; }

        [Ordinal(16, 32, 64)]
        public int BatchSize { get; set; }

        [IntegerRange(8, 64, Step = 8)]
        public int Units { get; init; }

        [Choice("relu", "tanh", Weights = [3, 1])]
        public string Activation { get; set; } = "relu";

        [Choice(1, 2.5)]
        public double Width { get; set; }

        public bool Nesterov { get; set; }

        public Optimizer Optimizer { get; set; }

        [FloatRange(0, 0.99)]
        [When(nameof(Optimizer), Optimizer.Sgd)]
        public double? Momentum { get; set; }

        [Constant]
        public int Epochs { get; set; } = 27;

        [Constant(10)]
        public int Classes { get; set; }

        [NotTuned]
        public string Path { get; set; } = string.Empty;
    }

    private sealed class Ranged
    {
        [IntegerRange(1, 3)]
        public int Layers { get; set; }

        [IntegerRange(8, 64)]
        [When("layers", AtLeast = 2)]
        public int? SecondUnits { get; set; }
    }

    private sealed class SomeDefaults
    {
        [UseAsDefault]
        [FloatRange(0, 1)]
        public double First { get; set; } = 0.5;

        [IntegerRange(0, 10)]
        public int Second { get; set; } = 7;
    }

    [UseAsDefault]
    private sealed record Positional(
        [FloatRange(0, 1)] double Rate = 0.25,
        [IntegerRange(1, 3)] int Layers = 2);

    private class Base
    {
        public bool First { get; set; }

        public bool Computed => First;
    }

    private sealed class Derived : Base
    {
        public bool Second { get; set; }

        public bool Third { get; set; }
    }

    private sealed class Wrong
    {
        public double Forgotten { get; set; }

        [FloatRange(0, 1)]
        public int Whole { get; set; }

        [Choice(1, "x")]
        public int Listed { get; set; }

        [FloatRange(0, 1)]
        [Choice(0.5)]
        public double Twice { get; set; }

        public bool Flag { get; set; }

        [When("nothing", 1)]
        public bool WhenNothing { get; set; }

        [When(nameof(Flag), "yes")]
        public bool WhenOdd { get; set; }

        [When(nameof(Twice), 0.5)]
        public bool OfRefused { get; set; }

        [UseAsDefault]
        [FloatRange(0, 1)]
        public double? NoDefault { get; set; }

        public TimeSpan OddType { get; set; }

        [Constant]
        public string? EmptyConstant { get; set; }

        [FloatRange(1, 0)]
        public double Backwards { get; set; }
    }

    private sealed class Empty;
}
