using ActorTune.Studies.Commands;
using ActorTune.Studies.Events;

namespace ActorTune.Strategies.Schedulers;

/// <summary>A cross-validation as a study: resource is the fold, a value the mean.</summary>
public sealed class FoldStudyTests
{
    private const int Folds = 10;

    [Fact]
    public void Hopeless_trials_are_stopped_within_four_folds_and_means_decide_what_is_best()
    {
        StudyEngine engine = Started();
        double[] means = [3, 5, 2, 9, 2.5];
        foreach (double mean in means)
            RunTrial(engine, mean);

        Assert.Equal(
            "Completed@10 Stopped@4 Completed@10 Stopped@4 Stopped@4",
            string.Join(
                " ", engine.State.Trials.Select(trial => $"{trial.Status}@{trial.Resource}")));
        TrialState best = BestTrials.Best(engine.State)!;
        Assert.Equal(2, best.Number.Value);
        Assert.Equal(2.45, best.Value!.Value, 12);
    }

    private static StudyEngine Started()
    {
        StudySpecification specification = Specifications.Of("wilcoxon", Folds) with
        {
            Objectives =
            [
                new Objective("loss", Direction.Minimize) { Reduce = Reduction.MeanOfLast(Folds) },
            ],
            ResourceUnit = "fold",
            Stop = new StopConditions { Trials = 5, FinishBest = 0 },
        };
        ISampler sampler = StandardStrategies.Instance.CreateSampler(specification);
        var state = new StudyState(StandardStrategies.Instance)
        {
            Changed = change => sampler.Observe(change),
        };
        var engine = new StudyEngine(state, new SamplerSuggestions(sampler));
        engine.Record(new StudyCreated(specification), DateTimeOffset.UnixEpoch);
        engine.Record(
            new CoordinatorStarted(new Epoch(1), "test/1", [state.Scheduler.Version]),
            DateTimeOffset.UnixEpoch);
        Tell(engine, new OfferPlacement(new OfferId(1), new WorkerId("w"), [0]));
        return engine;
    }

    // Fold f is harder than the first by f / 10, for every trial alike.
    private static void RunTrial(StudyEngine engine, double mean)
    {
        TrialState trial = engine.State.Trial(engine.State.Running.Single());
        for (int fold = 1; fold <= Folds && trial.Status == TrialStatus.Running; fold++)
        {
            Tell(engine, new ReportMeasurement(
                trial.Attempt,
                trial.LastReport + 1,
                new Resource(fold),
                new MetricSet("loss", mean + (fold - 1) / 10.0)));
        }
    }

    private static void Tell(StudyEngine engine, StudyCommand command)
    {
        engine.Handle(command, DateTimeOffset.UnixEpoch);
        engine.TakeBatch();
    }
}
