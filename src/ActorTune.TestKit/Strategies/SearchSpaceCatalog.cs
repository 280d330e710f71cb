using ActorTune.Spaces;

namespace ActorTune.TestKit.Strategies;

/// <summary>Search spaces of every kind, small enough for a grid where they have one.</summary>
public static class SearchSpaceCatalog
{
    /// <summary>The spaces by name, in a fixed order.</summary>
    public static IReadOnlyList<KeyValuePair<string, SearchSpace>> All { get; } =
    [
        KeyValuePair.Create("floats", new SearchSpace(
        [
            new FloatParameter("linear", -1, 1),
            new FloatParameter("log", 1e-5, 1e-1) { Scale = Scale.Log },
            new FloatParameter("reverse", 0.5, 0.999) { Scale = Scale.ReverseLog },
        ])),
        KeyValuePair.Create("steps", new SearchSpace(
        [
            new FloatParameter("dropout", 0, 0.5) { Step = 0.1 },
            new IntegerParameter("layers", 1, 9) { Step = 2 },
        ])),
        KeyValuePair.Create("integers", new SearchSpace(
        [
            new IntegerParameter("units", 1, 200) { Scale = Scale.Log },
            new IntegerParameter("depth", 1, 3),
        ])),
        KeyValuePair.Create("weights", new SearchSpace(
        [
            new CategoricalParameter(
                "optimizer",
                [ParameterValue.Of("sgd"), ParameterValue.Of("adam"), ParameterValue.Of("lion")],
                [1, 8, 0.5]),
            new OrdinalParameter(
                "batch", ParameterValue.Of(16), ParameterValue.Of(32), ParameterValue.Of(64)),
            new BooleanParameter("bias"),
            new ConstantParameter("seed", ParameterValue.Of(1)),
        ])),
        KeyValuePair.Create("conditional", Conditional()),
        KeyValuePair.Create("constrained", new SearchSpace(
            [
                new IntegerParameter("low", 1, 12),
                new IntegerParameter("high", 1, 12),
                new BooleanParameter("wide"),
            ],
            [
                new ForbiddenCombination(
                [
                    KeyValuePair.Create("wide", ParameterValue.Of(true)),
                    KeyValuePair.Create("high", ParameterValue.Of(12)),
                ]),
            ],
            [new Inequality("low", "high", IsStrict: true)])),
        KeyValuePair.Create("one", new SearchSpace(
            [new ConstantParameter("only", ParameterValue.Of("this"))])),
    ];

    // The child is declared before its parent, and has a child itself.
    private static SearchSpace Conditional() => new(
    [
        new FloatParameter("momentum", 0, 0.99)
        {
            When = [Condition.OneOf("optimizer", ParameterValue.Of("sgd"))],
        },
        new CategoricalParameter("optimizer", "sgd", "adam"),
        new BooleanParameter("nesterov")
        {
            When = [Condition.OneOf("optimizer", ParameterValue.Of("sgd"))],
        },
        new IntegerParameter("layers", 1, 3),
        new IntegerParameter("second", 8, 10) { When = [Condition.Between("layers", 2, null)] },
        new IntegerParameter("third", 8, 10) { When = [Condition.Between("layers", 3, null)] },
        new FloatParameter("decay", 0, 1)
        {
            When = [Condition.OneOf("nesterov", ParameterValue.Of(true))],
        },
    ]);
}
