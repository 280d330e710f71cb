using ActorTune.Objectives;
using ActorTune.Spaces;
using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.Bench.Speed;

/// <summary>Studies that the benchmarks share.</summary>
internal static class Studies
{
    internal static StudySpecification Of(
        string scheduler, int trials, long max = 81, string name = "bench") => new()
        {
            Study = new StudyId(name),
            Seed = 1,
            Objectives = [new Objective("loss", Direction.Minimize)],
            SearchSpace = new SearchSpace([new FloatParameter("x", 0, 1)]),
            Sampler = new StrategyOptions("random"),
            Scheduler = new StrategyOptions(scheduler),
            Program = new ProgramSpecification { Function = "curve", Resumes = true },
            MaxResource = new Resource(max),
            Stop = new StopConditions { Trials = trials },
        };

    internal static double Curve(double x, long resource) => x + 1.0 / resource;
}
