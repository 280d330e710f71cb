using ActorTune.Objectives;
using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Commands;
using ActorTune.Studies.Events;
using ActorTune.Trials;

namespace ActorTune.Simulation.Engine;

/// <summary>Configurations that completed before are not trained again.</summary>
public sealed class ReuseTests
{
    public static TheoryData<string> Samplers => [.. StandardStrategies.SamplerNames];

    public static TheoryData<string> Schedulers => [.. StandardStrategies.SchedulerNames];

    [Fact]
    public void A_reused_result_costs_nothing_and_counts_for_nothing()
    {
        SimulationResult result = Run(Few("run-to-completion", 6, values: 8));
        StudyState state = result.State;
        Assert.Equal(6, state.StartedCount);
        Assert.True(state.ReusedCount > 0);
        Assert.Equal(6 * 9, state.SpentResource);
        Assert.Equal(6, state.Trials
            .Where(trial => trial.ReusedFrom is null).Select(trial => trial.Configuration)
            .Distinct().Count());
        foreach (TrialState trial in state.Trials.Where(trial => trial.ReusedFrom is not null))
        {
            TrialState source = state.Trial(trial.ReusedFrom!.Value);
            Assert.Equal(TrialStatus.Completed, trial.Status);
            Assert.Equal(source.Configuration, trial.Configuration);
            Assert.Equal(source.Value, trial.Value);
            Assert.Equal(source.Resource, trial.Resource);
            Assert.Null(source.ReusedFrom);
            Assert.DoesNotContain(trial, BestTrials.Rank(state));
        }

        Verify(result.Events);
    }

    [Theory]
    [MemberData(nameof(Samplers))]
    public void Any_sampler_learns_of_it(string sampler)
    {
        StudySpecification study = Few("run-to-completion", 7, values: 8) with
        {
            Sampler = Options(sampler),
            Enqueue = [At(1), At(4)],
        };
        SimulationResult result = Run(study, 2);
        Assert.True(result.IsFinished);
        Assert.True(result.State.StartedCount <= 8);
        Verify(result.Events);
    }

    [Theory]
    [MemberData(nameof(Schedulers))]
    public void Any_trial_scheduler_goes_on_without_it(string scheduler)
    {
        StrategyOptions options = scheduler == "threshold"
            ? new StrategyOptions(scheduler).With("upper", ParameterValue.Of(100.0))
            : new StrategyOptions(scheduler);
        SimulationResult result = Run(
            Few("run-to-completion", 30, values: 12) with { Scheduler = options }, 3);
        Assert.True(result.IsFinished);
        Verify(result.Events);
    }

    [Fact]
    public void The_sampler_sees_a_trial_that_reports_at_once_and_the_scheduler_none()
    {
        var seen = new List<TrialChange>();
        var script = new EngineScript(
            Few("run-to-completion", 9, values: 1) with { MaxResource = new Resource(1) },
            changed: seen.Add);
        script.Report(0, 1, 0.5);
        TrialChange[] second = [.. seen.Where(change => change.Trial == new TrialNumber(1))];
        Assert.Equal(
            [TrialChangeKind.Started, TrialChangeKind.Measured, TrialChangeKind.Completed],
            second.Select(change => change.Kind));
        Assert.Equal(0.5, second[1].Value);
        Assert.True(second[1].IsDecisionPoint);
        Assert.Equal(new Resource(1), second[1].Resource);
    }

    [Fact]
    public void After_a_hundred_in_a_row_the_sampler_has_nothing_new()
    {
        var script = new EngineScript(
            Few("run-to-completion", 9, values: 1) with { MaxResource = new Resource(1) });
        script.Report(0, 1, 0.5);
        Assert.Equal(StudyPhase.Finished, script.State.Phase);
        Assert.Equal(EndReason.SamplerExhausted, script.State.EndReason);
        Assert.Equal(100, script.State.ReusedCount);
        Assert.Equal(
            new DecisionReason("reuse-limit/1", Count: 100, CutoffTrial: new TrialNumber(0)),
            script.State.EndGrounds);
        Verify(script.Journal);
        script.Do(new ChangeStopConditions(new StopConditions { Trials = 2 }));
        Assert.Equal(200, script.State.ReusedCount);
        Assert.Equal(StudyPhase.Finished, script.State.Phase);
        Verify(script.Journal);
    }

    [Fact]
    public void What_only_runs_was_stopped_or_failed_is_trained()
    {
        var script = new EngineScript(
            Few("run-to-completion", 4, values: 1) with { MaxResource = new Resource(1) }, 2);
        script.End(0, AttemptEnd.Error);
        script.Do(new CancelTrial(new TrialNumber(1)));
        Assert.Equal(4, script.State.StartedCount);
        script.Report(2, 1, 0.5);
        script.Report(3, 1, 0.6);
        Assert.Equal(0, script.State.ReusedCount);
        Assert.Equal(StudyPhase.Finished, script.State.Phase);
    }

    [Fact]
    public void What_a_person_enqueues_is_trained()
    {
        var script = new EngineScript(Few("run-to-completion", 3, values: 1) with
        {
            MaxResource = new Resource(1),
            Enqueue = [At(1), At(1), At(1)],
        });
        for (int trial = 0; trial < 3; trial++)
            script.Report(trial, 1, trial);
        Assert.Equal(3, script.State.StartedCount);
        Assert.Equal(0, script.State.ReusedCount);
    }

    [Fact]
    public void A_result_that_nobody_has_is_refused_in_a_journal()
    {
        List<JournalEntry> events = [.. Run(Few("run-to-completion", 6, values: 8)).Events];
        int at = events.FindIndex(entry => entry.Event is TrialReused);
        var reused = (TrialReused)events[at].Event;
        events[at] = events[at] with
        {
            Event = reused with { Source = reused.Source with { Resource = new Resource(3) } },
        };
        Assert.Contains(
            StudyVerification.Run(events).Problems,
            problem => problem.Message.Contains("has no such result", StringComparison.Ordinal));
    }

    [Fact]
    public void Recovery_folds_what_was_reused()
    {
        SimulationResult result = Run(Few("run-to-completion", 6, values: 8));
        var state = new StudyState(StandardStrategies.Instance);
        foreach (JournalEntry entry in result.Events)
            state.Evolve(entry);
        Assert.Equal(result.State.ReusedCount, state.ReusedCount);
        Assert.Equal(
            result.State.Trials.Select(trial => (trial.Value, trial.ReusedFrom)),
            state.Trials.Select(trial => (trial.Value, trial.ReusedFrom)));
    }

    private static void Verify(IReadOnlyList<JournalEntry> events)
    {
        VerificationReport report = StudyVerification.Run(events);
        Assert.Empty(report.Problems);
        Assert.Equal(report.Decisions, report.Recomputed);
    }

    private static SimulationResult Run(StudySpecification study, int slots = 1) =>
        StudySimulation.Run(
            study,
            new CurveProgram((trial, resource) =>
                trial.Configuration["n"].AsInt64() + 1.0 / resource),
            new SimulationOptions { Slots = slots });

    private static StudySpecification Few(string scheduler, int trials, int values) =>
        Studies.Asha(trials) with
        {
            SearchSpace = new SearchSpace([new IntegerParameter("n", 1, values)]),
            Scheduler = new StrategyOptions(scheduler),
            Duplicates = DuplicatePolicy.Reuse,
        };

    private static StrategyOptions Options(string name) => name switch
    {
        "tpe" or "gp" or "forest" =>
            new StrategyOptions(name).With("startup-trials", ParameterValue.Of(3L)),
        "cma-es" or "nsga-ii" or "nsga-iii" =>
            new StrategyOptions(name).With("population", ParameterValue.Of(4L)),
        "regularized-evolution" => new StrategyOptions(name)
            .With("population", ParameterValue.Of(4L)).With("sample", ParameterValue.Of(2L)),
        _ => new StrategyOptions(name),
    };

    private static Configuration At(long n) =>
        new([KeyValuePair.Create("n", ParameterValue.Of(n))]);
}
