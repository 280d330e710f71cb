using System.Globalization;
using System.Text;
using ActorTune.Arithmetic;
using ActorTune.Objectives;
using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Events;
using ActorTune.Trials;

namespace ActorTune.Simulation;

/// <summary>
/// The decisions of scripted studies, folded into one number each. They are the same in every
/// process and under every instruction set; CI repeats this class with some of them switched off.
/// </summary>
public sealed class DecisionHashTests
{
    private static readonly SortedDictionary<string, string> SamplerHashes =
        new(StringComparer.Ordinal)
        {
            ["auto"] = "65361532d9a31472",
            ["bohb"] = "a6db4b21c04de34a",
            ["cfo"] = "5b29b06fd7dff2e8",
            ["cma-es"] = "d2f3aa219f462fbb",
            ["dehb"] = "04151d158d5c8078",
            ["forest"] = "38e31e81a12a6f94",
            ["gp"] = "7354564b3c54e93d",
            ["grid"] = "0ff224632247b81f",
            ["halton"] = "f9cd094eb91b97b5",
            ["nsga-ii"] = "ed886d8b518c0a92",
            ["nsga-iii"] = "ed886d8b518c0a92",
            ["random"] = "3e720e12fa2aa887",
            ["regularized-evolution"] = "41a6422ad7894a51",
            ["sobol"] = "a5943b04e2a2e8ac",
            ["tpe"] = "65361532d9a31472",
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
    [InlineData("asha", 0x76d305d6e5fda9b9UL)]
    [InlineData("hyperband", 0x48f1c3668e72255bUL)]
    [InlineData("successive-halving", 0xfbab89842dca35f1UL)]
    [InlineData("median", 0x1f5fce73807c38efUL)]
    [InlineData("pbt", 0x664b6a2d1ed9ed63UL)]
    public void The_decisions_of_a_scripted_study_never_change(string scheduler, ulong expected)
    {
        StudySpecification study = Studies.Asha(200, max: 81) with
        {
            Scheduler = new StrategyOptions(scheduler),
            SearchSpace = new SearchSpace(
            [
                new FloatParameter("x", 1e-5, 1) { Scale = Scale.Log },
                new FloatParameter("y", 0.5, 0.999) { Scale = Scale.ReverseLog },
                new IntegerParameter("n", 1, 1000) { Scale = Scale.Log },
            ]),
        };
        SimulationResult result = StudySimulation.Run(
            study, new CurveProgram(Curve), new SimulationOptions { Slots = 7 });

        Assert.True(result.IsFinished);
        Assert.Equal(
            expected.ToString("x16", CultureInfo.InvariantCulture),
            Hash(result.Events).ToString("x16", CultureInfo.InvariantCulture));
    }

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
            Hash(result.Events).ToString("x16", CultureInfo.InvariantCulture));
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

    private static double Curve(SimulatedTrial trial, long resource)
    {
        double x = trial.Configuration["x"].AsDouble();
        double y = trial.Configuration["y"].AsDouble();
        return PortableMath.Sin(40 * x) + PortableMath.Exp(-y * resource)
            + PortableMath.Pow(trial.Configuration["n"].AsInt64(), -0.3);
    }

    private static ulong Hash(IEnumerable<JournalEntry> events)
    {
        ulong hash = 14695981039346656037UL;
        foreach (JournalEntry entry in events.Where(entry => entry.Event is StudyDecision))
        {
            // Without a parent or grounds they read as they did before there were any.
            string text = $"{entry.Sequence} {entry.Event}"
                .Replace(", Parent = , From = ", "", StringComparison.Ordinal)
                .Replace(", Grounds =  }", " }", StringComparison.Ordinal);
            foreach (byte part in Encoding.UTF8.GetBytes(text))
                hash = unchecked((hash ^ part) * 1099511628211UL);
        }

        return hash;
    }
}
