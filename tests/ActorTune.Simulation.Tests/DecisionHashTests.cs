using ActorTune.Arithmetic;
using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;

namespace ActorTune.Simulation;

/// <summary>
/// The suggestions in scripted studies, folded into one number each. They are the same in every
/// process and under every instruction set; CI repeats this class with some of them switched off.
/// </summary>
public sealed class DecisionHashTests
{
    private static readonly SortedDictionary<string, string> SamplerHashes =
        new(StringComparer.Ordinal)
        {
            ["auto"] = "c4cbe30839729e79",
            ["blendsearch"] = "a9ede5bdb913d68b",
            ["bohb"] = "a6db4b21c04de34a",
            ["cfo"] = "5b29b06fd7dff2e8",
            ["cma-es"] = "110e6d2d79af17b7",
            ["dehb"] = "04151d158d5c8078",
            ["forest"] = "38e31e81a12a6f94",
            ["gp"] = "ca410267d5665fb0",
            ["grid"] = "0ff224632247b81f",
            ["halton"] = "f9cd094eb91b97b5",
            ["nsga-ii"] = "ed886d8b518c0a92",
            ["nsga-iii"] = "ed886d8b518c0a92",
            ["random"] = "3e720e12fa2aa887",
            ["regularized-evolution"] = "41a6422ad7894a51",
            ["sobol"] = "a5943b04e2a2e8ac",
            ["tpe"] = "c4cbe30839729e79",
        };

    private static readonly SearchSpace Tree = new(
    [
        new FloatParameter("x", 1e-3, 1) { Scale = Scale.Log },
        new IntegerParameter("n", 1, 6),
        new CategoricalParameter("optimizer", "sgd", "adam"),
        new FloatParameter("momentum", 0, 1)
        {
            Step = 0.25,
            When = [Condition.OneOf("optimizer", ParameterValue.Of("sgd"))],
        },
    ]);

    public static TheoryData<string> Samplers => [.. StandardStrategies.SamplerNames];

    [Theory]
    [MemberData(nameof(Samplers))]
    public void The_suggestions_of_every_sampler_never_change(string sampler)
    {
        StudySpecification study = Studies.Asha(40, max: 9) with
        {
            Sampler = Options(sampler),
            SearchSpace = Tree,
        };
        SimulationResult result = StudySimulation.Run(
            study, new CurveProgram(TreeCurve), new SimulationOptions { Slots = 3 });

        Assert.True(result.IsFinished);
        Assert.Equal(
            SamplerHashes[sampler],
            DecisionHash.Of(result));
    }

    private static StrategyOptions Options(string sampler) => sampler switch
    {
        "grid" => new StrategyOptions(sampler).With("points", ParameterValue.Of(4L)),
        "nsga-ii" or "nsga-iii" =>
            new StrategyOptions(sampler).With("population", ParameterValue.Of(8L)),
        "regularized-evolution" => new StrategyOptions(sampler)
            .With("population", ParameterValue.Of(8L)).With("sample", ParameterValue.Of(3L)),
        _ => new StrategyOptions(sampler),
    };

    private static double TreeCurve(SimulatedTrial trial, long resource)
    {
        Configuration configuration = trial.Configuration;
        double x = configuration["x"].AsDouble();
        double momentum = configuration.TryGet("momentum", out ParameterValue value)
            ? value.AsDouble()
            : 0.3;
        return PortableMath.Sin(9 * x) + momentum * momentum + 1.0 / resource
            + (configuration["n"].AsInt64() - 3) * 0.1;
    }
}
