namespace ActorTune.TestKit;

/// <summary>Studies and schedulers that the tests share.</summary>
internal static class OwnStudies
{
    internal static StudySpecification Of(long max = 9, int trials = 9) => new()
    {
        Study = new StudyId("own"),
        Seed = 7,
        Objectives = [new Objective("loss", Direction.Minimize)],
        SearchSpace = new SearchSpace([new FloatParameter("x", 0, 1)]),
        Sampler = new StrategyOptions("random"),
        Scheduler = new StrategyOptions("own-halving"),
        Program = new ProgramSpecification { Function = "f", Resumes = true },
        MaxResource = new Resource(max),
        Stop = new StopConditions { Trials = trials },
    };

    internal static OwnHalving Halving(StudySpecification study) =>
        new(study.Objective, OwnHalving.Levels(1, study.MaxResource!.Value.Units, 3), 3);

    internal static SchedulerHarness Harness(long max = 9) => new(() => Halving(Of(max)));
}
