using ActorTune.Objectives;
using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.Bench.Quality.EarlyStopping;

/// <summary>Makes studies of one scheduler, with a sampler or in the order of the plan.</summary>
internal sealed class CurveStudies(
    StrategyOptions scheduler, StrategyOptions? sampler, CurveTable? table)
{
    internal CurveStudy Create(CurveTask task, ulong seed)
    {
        StudySpecification specification = Specification(task, seed);
        var plan = CurvePlan.Of(task.Count, seed);
        ICurveSource source = table is null
            ? new PlannedOrder(plan)
            : new NearestCurves(table, StandardStrategies.Instance.SamplerOf(specification));
        return new CurveStudy(
            task, StandardStrategies.Instance.CreateScheduler(specification), plan, source);
    }

    private StudySpecification Specification(CurveTask task, ulong seed) => new()
    {
        Study = new StudyId("curves"),
        Seed = seed,
        Objectives = [new Objective("loss", Direction.Minimize)],
        SearchSpace = table?.Space ?? new SearchSpace([new FloatParameter("x", 0, 1)]),
        Sampler = sampler ?? new StrategyOptions("random"),
        Scheduler = scheduler,
        Program = new ProgramSpecification { Function = "none", Resumes = true },
        MaxResource = new Resource(task.Steps),
        Stop = new StopConditions { Trials = task.Count },
    };
}
