using ActorTune.Objectives;
using ActorTune.Spaces;
using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.Simulation;

/// <summary>Small studies that the tests share.</summary>
internal static class Studies
{
    internal static StudySpecification Asha(
        int trials,
        long max = 9,
        ulong seed = 1,
        params (string Name, long Value)[] options) => new()
        {
            Study = new StudyId("test"),
            Seed = seed,
            Objectives = [new Objective("loss", Direction.Minimize)],
            SearchSpace = new SearchSpace([new FloatParameter("x", 0, 1)]),
            Sampler = new StrategyOptions("random"),
            Scheduler = options.Aggregate(
                new StrategyOptions("asha"),
                (all, one) => all.With(one.Name, ParameterValue.Of(one.Value))),
            Program = new ProgramSpecification { Function = "curve", Resumes = true },
            MaxResource = new Resource(max),
            Stop = new StopConditions { Trials = trials },
        };

    /// <summary>Smaller x is better at every resource, and all improve slowly.</summary>
    internal static CurveProgram Falling() => new(
        (trial, resource) => trial.Configuration["x"].AsDouble() + 1.0 / resource);
}
