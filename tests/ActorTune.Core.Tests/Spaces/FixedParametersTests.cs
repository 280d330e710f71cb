using ActorTune.Randomness;

namespace ActorTune.Spaces;

public sealed class FixedParametersTests
{
    private static readonly SearchSpace Space = new(
        [
            new FloatParameter("lr", 0.01, 1) { Default = ParameterValue.Of(0.1) },
            new IntegerParameter("layers", 1, 9),
            new CategoricalParameter("optimizer", "sgd", "adam"),
            new FloatParameter("momentum", 0, 1)
            {
                When = [Condition.OneOf("optimizer", ParameterValue.Of("sgd"))],
                Default = ParameterValue.Of(0.5),
            },
            new FloatParameter("decay", 0, 1) { When = [Condition.Between("layers", 3, null)] },
        ],
        [new ForbiddenCombination([KeyValuePair.Create("optimizer", ParameterValue.Of("adam"))])],
        [new Inequality("lr", "layers")]);

    [Fact]
    public void Fixed_parameters_are_constants_and_conditions_stay()
    {
        SearchSpace space = Space.Fix(
            [Pair("layers", ParameterValue.Of(2L)), Pair("optimizer", ParameterValue.Of("sgd"))]);
        Configuration drawn = space.Draw(RandomStream.For(1, StreamName.Sampler, 0, 0));
        Assert.Equal(["lr", "layers", "optimizer", "momentum"], drawn.Names);
        Assert.Equal(ParameterValue.Of(2L), drawn["layers"]);
        Assert.Equal(Space.Inequalities, space.Inequalities);
    }

    [Fact]
    public void Nothing_fixed_is_the_same_space() => Assert.Same(Space, Space.Fix([]));

    [Fact]
    public void What_cannot_be_fixed_is_refused_with_all_reasons()
    {
        InvalidStudyException refused = Assert.Throws<InvalidStudyException>(() => Space.Fix(
        [
            Pair("lr", ParameterValue.Of(2.0)),
            Pair("rate", ParameterValue.Of(2.0)),
            Pair("layers", ParameterValue.Of(1L)),
            Pair("layers", ParameterValue.Of(2L)),
        ]));
        Assert.Equal(
            [
                "fixed.lr: '2.0' is not one of its values",
                "fixed.rate: the search space has no such parameter",
                "fixed.layers: is fixed twice",
            ],
            refused.Problems.Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData("optimizer=sgd layers=1", "lr=0.1 layers=1 optimizer=sgd momentum=0.5")]
    [InlineData("optimizer=adam lr=0.5", "lr=0.5 optimizer=adam")]
    [InlineData("optimizer=adam layers=3 what=4", "lr=0.1 layers=3 optimizer=adam what=4")]
    public void A_configuration_is_completed_by_defaults(string given, string whole)
    {
        KeyValuePair<string, ParameterValue> Read(string text)
        {
            string[] parts = text.Split('=');
            return Pair(parts[0], parts[1] switch
            {
                "sgd" or "adam" => ParameterValue.Of(parts[1]),
                "0.5" => ParameterValue.Of(0.5),
                _ => ParameterValue.Of(parts[1][0] - 48L),
            });
        }

        Assert.Equal(
            whole, Space.Complete(new Configuration(given.Split(' ').Select(Read))).ToString());
    }

    [Fact]
    public void A_constant_completes_a_configuration()
    {
        SearchSpace space = Space.Fix([Pair("layers", ParameterValue.Of(1L))]);
        Configuration whole = space.Complete(
            new Configuration([Pair("optimizer", ParameterValue.Of("sgd"))]));
        Assert.Empty(space.Check(whole));
    }

    private static KeyValuePair<string, ParameterValue> Pair(string name, ParameterValue value) =>
        KeyValuePair.Create(name, value);
}
