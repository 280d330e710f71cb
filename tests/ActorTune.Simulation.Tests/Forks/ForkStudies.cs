using System.Globalization;
using ActorTune.Objectives;
using ActorTune.Spaces;
using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.Simulation.Forks;

/// <summary>Studies under every trial scheduler, by a line of text.</summary>
internal static class ForkStudies
{
    /// <summary>The trial schedulers that can take over from others.</summary>
    internal static readonly string[] Successors =
    [
        "asha", "asha reduction-factor=4", "asha type=stopping",
        "asha type=stopping rule=quantile reduction-factor=2 min-resource=2",
        "extrapolation startup-trials=3", "hyperband", "median startup-trials=2", "pasha",
        "patient startup-trials=2 patience=1", "percentile startup-trials=2", "run-to-completion",
        "threshold upper=1.5",
    ];

    /// <summary>Those that cannot.</summary>
    internal static readonly string[] Others =
    [
        "cost-asha", "hyperband mode=synchronous", "mo-asha", "mo-asha type=stopping",
        "pb2 population=4", "pbt population=4", "successive-halving", "wilcoxon",
    ];

    internal static StudySpecification Study(
        string scheduler, string sampler = "random", long max = 9) => new()
        {
            Study = new StudyId("parent"),
            Seed = 5,
            Objectives = [new Objective("loss", Direction.Minimize)],
            SearchSpace = new SearchSpace([new FloatParameter("x", 0.01, 1)]),
            Sampler = Options(sampler),
            Scheduler = Options(scheduler),
            Program = new ProgramSpecification { Function = "curve", Resumes = true },
            MaxResource = new Resource(max),
            Stop = new StopConditions { Trials = 20 },
        };

    internal static StrategyOptions Options(string text)
    {
        string[] words = text.Split(' ');
        return words.Skip(1).Select(word => word.Split('=')).Aggregate(
            new StrategyOptions(words[0]),
            (options, parts) => options.With(
                parts[0],
                long.TryParse(parts[1], out long whole) ? ParameterValue.Of(whole)
                    : double.TryParse(parts[1], CultureInfo.InvariantCulture, out double number)
                        ? ParameterValue.Of(number)
                        : ParameterValue.Of(parts[1])));
    }
}
