using ActorTune.Programs.Binding;
using ActorTune.Spaces.Annotations;

namespace ActorTune.Programs.Tests;

public sealed class ConfigurationBinderTests
{
    private enum Optimizer
    {
        Sgd,
        AdamW,
    }

    [Fact]
    public void Settable_properties_match_names_of_any_style()
    {
        Settable bound = Assignments.Configuration.Bind<Settable>();

        Assert.Equal(0.125, bound.LearningRate);
        Assert.Equal(2, bound.Layers);
        Assert.Equal(Optimizer.AdamW, bound.Optimizer);
        Assert.True(bound.Nesterov);
        Assert.Equal(0.9, bound.Momentum);
    }

    [Fact]
    public void A_record_binds_through_its_constructor()
    {
        Positional bound = Assignments.Configuration.Bind<Positional>();

        Assert.Equal(new Positional(0.125f, 2, "adam-w", true, null, 7), bound);
    }

    [Fact]
    public void Names_in_snake_and_camel_case_match_too()
    {
        Configuration styled = Assignments.Of(
            ("learning_rate", ParameterValue.Of(0.5)), ("batchSize", ParameterValue.Of(16)));

        Assert.Equal(new Named(0.5, 16), styled.Bind<Named>());
    }

    [Fact]
    public void Everything_that_does_not_fit_is_named_at_once()
    {
        Configuration odd = Assignments.Of(
            ("learning-rate", ParameterValue.Of("fast")),
            ("layers", ParameterValue.Of(1L << 40)),
            ("optimizer", ParameterValue.Of("lion")),
            ("width", ParameterValue.Of(3)));

        string message = Assert.Throws<TrialConfigurationException>(() => odd.Bind<Settable>())
            .Message;

        Assert.Contains(
            "'learning-rate' is the Text 'fast', which LearningRate of type Double cannot hold",
            message);
        Assert.Contains("'layers' is the Integer '1099511627776'", message);
        Assert.Contains("Optimizer of type Optimizer cannot hold", message);
        Assert.Contains("'width' has no property", message);
    }

    [Fact]
    public void Parameters_without_a_property_are_passed_over_when_allowed() =>
        Assert.Equal(2, Assignments.Configuration.Bind<OnlyLayers>(allowUnbound: true).Layers);

    [Fact]
    public void What_must_have_a_value_and_has_none_is_named()
    {
        string message = Assert.Throws<TrialConfigurationException>(
            () => Configuration.Empty.Bind<Named>()).Message;
        Assert.Contains("constructor parameter LearningRate has no value", message);

        message = Assert.Throws<TrialConfigurationException>(
            () => Configuration.Empty.Bind<Demanding>()).Message;
        Assert.Contains("required property Rate", message);
    }

    [Fact]
    public void Every_configuration_of_an_annotated_class_binds_to_it()
    {
        SearchSpace space = SearchSpace.From<Annotated>();
        for (int i = 0; i <= 20; i++)
        {
            double[] point = [.. Enumerable.Range(0, 4).Select(j => (i + 5 * j) % 21 / 20.0)];
            Configuration drawn = space.Decode(point);

            Annotated bound = drawn.Bind<Annotated>();

            Assert.Equal(drawn["rate"], ParameterValue.Of(bound.Rate));
            Assert.Equal(drawn["units"], ParameterValue.Of(bound.Units));
            Assert.Equal(drawn.Contains("momentum"), bound.Optimizer == Optimizer.Sgd);
            Assert.Equal(drawn.Contains("momentum"), bound.Momentum is not null);
        }
    }

    private sealed class Settable
    {
        public double LearningRate { get; set; }

        public int Layers { get; init; }

        public Optimizer Optimizer { get; set; }

        public bool Nesterov { get; set; }

        public double Momentum { get; set; } = 0.9;
    }

    private sealed record Positional(
        float LearningRate,
        long Layers,
        string Optimizer,
        bool Nesterov,
        double? Momentum,
        int Patience = 7);

    private sealed record Named(double LearningRate, int BatchSize);

    private sealed class OnlyLayers
    {
        public int Layers { get; set; }
    }

    private sealed class Demanding
    {
        public required double Rate { get; set; }
    }

    private sealed class Annotated
    {
        [FloatRange(1e-3, 1, Scale = Scale.Log)]
        public double Rate { get; set; }

        [Ordinal(8, 16, 32)]
        public int Units { get; set; }

        public Optimizer Optimizer { get; set; }

        [FloatRange(0, 0.99)]
        [When(nameof(Optimizer), Optimizer.Sgd)]
        public double? Momentum { get; set; }
    }
}
