using ActorTune.Objectives;
using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Commands;
using ActorTune.Studies.Events;
using ActorTune.Trials;

namespace ActorTune.Simulation.Engine;

/// <summary>When a study ends for want of improvement, and what it tries first and twice.</summary>
public sealed class StudyTermsTests
{
    private static readonly StudySpecification Plain = Studies.Asha(100, max: 1) with
    {
        Scheduler = new StrategyOptions("run-to-completion"),
    };

    // The losses of trials one after another, and how many are started before the study ends.
    [Theory]
    [InlineData("5 6 7 8 9", 2, 0, 3)]
    [InlineData("5 6 4 5 3 4 4 9", 2, 0, 7)]
    [InlineData("5 5 5 5", 2, 0, 3)]
    [InlineData("5 4.9 4.8 4.7", 2, 0.5, 3)]
    [InlineData("5 4.9 4.4 4.3 4.2 9", 2, 0.5, 5)]
    public void It_ends_after_so_many_trials_without_improvement(
        string losses, int trials, double delta, int started)
    {
        var script = new EngineScript(Plain with
        {
            Stop = new StopConditions { NoImprovement = new NoImprovement(trials, delta) },
        });
        foreach (double loss in losses.Split(' ').Select(double.Parse).Take(started))
        {
            Assert.Equal(StudyPhase.Running, script.State.Phase);
            script.Report(script.State.Trials.Count - 1, 1, loss);
        }

        Assert.Equal(StudyPhase.Finished, script.State.Phase);
        Assert.Equal(EndReason.NoImprovement, script.State.EndReason);
        Assert.Empty(StudyVerification.Run(script.Journal).Problems);
    }

    [Fact]
    public void Failures_count_and_infeasible_values_are_no_improvement()
    {
        var script = new EngineScript(Plain with
        {
            Constraints = [new OutcomeConstraint("latency", AtMost: 1)],
            Stop = new StopConditions { NoImprovement = new NoImprovement(2) },
        });
        script.Report(0, 1, ("loss", 0), ("latency", 2));
        script.Report(1, 1, ("loss", 5), ("latency", 1));
        script.End(2, AttemptEnd.Error);
        Assert.Equal(StudyPhase.Running, script.State.Phase);
        script.Report(3, 1, ("loss", 1), ("latency", 2));
        Assert.Equal(EndReason.NoImprovement, script.State.EndReason);
    }

    [Fact]
    public void A_reopened_study_counts_anew()
    {
        var stop = new StopConditions { NoImprovement = new NoImprovement(1) };
        var script = new EngineScript(Plain with { Stop = stop });
        script.Report(0, 1, 1);
        script.Report(1, 1, 2);
        Assert.Equal(StudyPhase.Finished, script.State.Phase);
        script.Do(new ChangeStopConditions(stop));
        Assert.Equal(StudyPhase.Running, script.State.Phase);
        script.Report(2, 1, 3);
        Assert.Equal(StudyPhase.Finished, script.State.Phase);
    }

    [Fact]
    public void Paused_trials_count_once()
    {
        SimulationResult result = StudySimulation.Run(
            Studies.Asha(1000, max: 27) with
            {
                Stop = new StopConditions { NoImprovement = new NoImprovement(20) },
            },
            Studies.Falling(),
            new SimulationOptions { Slots = 4 });
        Assert.True(result.IsFinished);
        Assert.Equal(EndReason.NoImprovement, result.State.EndReason);
        Assert.Empty(StudyVerification.Run(result.Events).Problems);
    }

    [Fact]
    public void Enqueued_configurations_of_the_specification_are_tried_first()
    {
        Configuration[] given = [At(0.25), At(0.75)];
        SimulationResult result = StudySimulation.Run(
            Plain with { Enqueue = given, Stop = new StopConditions { Trials = 3 } },
            Studies.Falling());
        Assert.Equal(given, result.State.Trials.Take(2).Select(trial => trial.Configuration));
        Assert.Equal(
            [SuggestionOrigin.Enqueued, SuggestionOrigin.Enqueued, SuggestionOrigin.Sampler],
            result.Events.Select(entry => entry.Event).OfType<TrialSuggested>()
                .Select(suggested => suggested.Origin));
        Assert.Empty(StudyVerification.Run(result.Events).Problems);
    }

    [Fact]
    public void A_specification_refuses_to_enqueue_what_does_not_fit() => Assert.Equal(
        "enqueue[1].x: '2.0' is not one of its values",
        Assert.Single((Plain with { Enqueue = [At(0), At(2)] }).Check()).ToString());

    [Theory]
    [InlineData(DuplicatePolicy.Allow, false)]
    [InlineData(DuplicatePolicy.Resample, true)]
    public void A_sampler_is_asked_again_for_what_was_started(DuplicatePolicy policy, bool distinct)
    {
        SimulationResult result = StudySimulation.Run(Few(policy, 6), Constant());
        int different = result.State.Trials.Select(trial => trial.Configuration).Distinct().Count();
        Assert.Equal(distinct, different == 6);
        Assert.Empty(StudyVerification.Run(result.Events).Problems);
    }

    [Fact]
    public void When_all_were_started_one_is_started_again()
    {
        SimulationResult result =
            StudySimulation.Run(Few(DuplicatePolicy.Resample, 20), Constant());
        Assert.True(result.IsFinished);
        Assert.Equal(20, result.State.Trials.Count);
    }

    [Fact]
    public void A_sampler_that_asks_again_saves_what_was_started()
    {
        StudySpecification study = Few(DuplicatePolicy.Resample, 6);
        SimulationResult result = StudySimulation.Run(study, Constant());
        ISampler told = StandardStrategies.Instance.SamplerOf(study);
        foreach (TrialState trial in result.State.Trials)
            told.Observe(new TrialChange(
                TrialChangeKind.Started, trial.Number, default, default, 0, false,
                trial.Configuration));
        using var stream = new MemoryStream();
        using (var writer = new System.Text.Json.Utf8JsonWriter(stream))
            told.Save(writer);
        ISampler loaded = StandardStrategies.Instance.SamplerOf(study);
        using var document = System.Text.Json.JsonDocument.Parse(stream.ToArray());
        loaded.Load(document.RootElement);
        for (int trial = 6; trial < 30; trial++)
        {
            var request = new SuggestionRequest(new TrialNumber(trial), default, null);
            Assert.Equal(told.Suggest(request), loaded.Suggest(request));
        }
    }

    private static StudySpecification Few(DuplicatePolicy policy, int trials) => Plain with
    {
        SearchSpace = new SearchSpace([new IntegerParameter("n", 1, 8)]),
        Duplicates = policy,
        Stop = new StopConditions { Trials = trials },
    };

    private static CurveProgram Constant() => new((_, _) => 1);

    private static Configuration At(double x) =>
        new([KeyValuePair.Create("x", ParameterValue.Of(x))]);
}
