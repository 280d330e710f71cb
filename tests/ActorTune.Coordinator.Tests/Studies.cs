using ActorTune.Objectives;
using ActorTune.Spaces;
using ActorTune.Studies;
using ActorTune.TestKit.Cluster;
using ActorTune.Trials;
using ActorTune.Worker.Programs;

namespace ActorTune.Coordinator;

/// <summary>Small studies that the tests share.</summary>
internal static class Studies
{
    internal static StudySpecification Small(
        string scheduler = "asha", int trials = 9, string sampler = "random") => new()
        {
            Study = new StudyId("small"),
            Seed = 7,
            Objectives = [new Objective("loss", Direction.Minimize)],
            SearchSpace = new SearchSpace([new FloatParameter("x", 0, 1)]),
            Sampler = new StrategyOptions(sampler),
            Scheduler = new StrategyOptions(scheduler),
            Program = new ProgramSpecification { Function = "scripted", Resumes = true },
            MaxResource = new Resource(9),
            Stop = new StopConditions { Trials = trials },
        };

    internal static ScriptedProgramRunner Falling() => new(Curve);

    private static double Curve(TrialLaunch launch, long resource) =>
        launch.Configuration["x"].AsDouble() + 1.0 / resource;
}
