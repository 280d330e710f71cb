using ActorTune.Objectives;
using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Commands;
using ActorTune.Studies.Events;
using ActorTune.Trials;

namespace ActorTune.Simulation.Engine;

/// <summary>Studies that end when no configuration is likely to be much better.</summary>
public sealed class RegretBoundStudyTests
{
    private const double Error = 0.05;

    [Theory]
    [InlineData("random", "bowl", 0.05)]
    [InlineData("sobol", "bowl", 0.02)]
    [InlineData("sobol", "branin", 5)]
    public void It_ends_and_the_regret_is_below_the_bound(
        string sampler, string function, double error)
    {
        const int seeds = 12;
        int ended = 0, kept = 0;
        for (ulong seed = 0; seed < seeds; seed++)
        {
            StudySpecification study = Study(sampler, seed, 150) with
            {
                Stop = new StopConditions { Trials = 150, RegretBound = new RegretBound(error) },
            };
            StudyState state = Run(study, function == "bowl" ? Height : Branin).State;
            if (state.EndReason != EndReason.RegretBound)
                continue;
            ended++;
            Assert.True(state.EndGrounds!.Value < error);
            kept += BestTrials.Best(state)!.Value!.Value <= state.EndGrounds.Value ? 1 : 0;
        }

        Assert.True(ended >= seeds - 1, $"{ended} of {seeds} ended");
        Assert.True(kept >= ended - 1, $"{kept} of {ended} were below the bound");
    }

    [Fact]
    public void The_statistics_are_journalled_and_recomputed()
    {
        SimulationResult result = Bowl(Study("sobol", 3, 60));
        StudyEnding ending = Assert.Single(
            result.Events.Select(entry => entry.Event).OfType<StudyEnding>());
        DecisionReason grounds = Assert.IsType<DecisionReason>(ending.Grounds);
        Assert.Equal("regret-bound/1", grounds.Rule);
        Assert.Equal(result.State.Trials.Count, grounds.Count);
        Assert.Equal(Error, grounds.Cutoff);
        Assert.Equal(result.State.FinalBest, grounds.CutoffTrial);
        Assert.Equal(grounds, result.State.EndGrounds);
        VerificationReport report = StudyVerification.Run(result.Events);
        Assert.Empty(report.Problems);
        Assert.Equal(report.Decisions, report.Recomputed);
    }

    [Fact]
    public void A_recorded_bound_that_does_not_follow_is_found()
    {
        List<JournalEntry> events = [.. Bowl(Study("sobol", 3, 60)).Events];
        int at = events.FindIndex(entry => entry.Event is StudyEnding);
        var ending = (StudyEnding)events[at].Event;
        events[at] = events[at] with
        {
            Event = ending with { Grounds = ending.Grounds! with { Value = 0.001 } },
        };
        Assert.Contains("recorded StudyEnding", Assert.Single(
            StudyVerification.Run(events).Problems).Message);
    }

    [Fact]
    public void It_waits_for_its_trials_and_other_conditions_hold_too()
    {
        StudySpecification study = Study("sobol", 3, 60);
        var late = new RegretBound(Error, 55);
        SimulationResult result =
            Bowl(study with { Stop = study.Stop with { RegretBound = late } });
        Assert.Equal(55, result.State.Trials.Count);
        Assert.Equal(EndReason.RegretBound, result.State.EndReason);
        result = Bowl(study with { Stop = study.Stop with { RegretBound = late, Trials = 54 } });
        Assert.Equal(EndReason.Trials, result.State.EndReason);
    }

    [Fact]
    public void A_recovered_study_stands_where_it_stood()
    {
        SimulationResult result = Bowl(Study("sobol", 3, 60));
        var catalog = new CountingCatalog();
        var state = new StudyState(catalog);
        foreach (JournalEntry entry in result.Events)
            state.Evolve(entry);
        Assert.Equal(EndReason.RegretBound, state.EndReason);
        Assert.Equal(result.State.EndGrounds, state.EndGrounds);
        Assert.Equal(0, catalog.Questions);
    }

    [Fact]
    public void A_reopened_study_goes_on_to_the_next_completed_trial()
    {
        var study = Study("random", 1, 1000) with
        {
            Stop = new StopConditions { RegretBound = new RegretBound(1e9, 2) },
        };
        var script = new EngineScript(study);
        script.Report(0, 1, 1);
        script.Report(1, 1, 2);
        Assert.Equal(StudyPhase.Finished, script.State.Phase);
        script.Do(new ChangeStopConditions(study.Stop));
        Assert.Equal(StudyPhase.Running, script.State.Phase);
        Assert.Null(script.State.EndGrounds);
        script.Report(2, 1, 3);
        Assert.Equal(StudyPhase.Finished, script.State.Phase);
        Assert.Equal(3, script.State.EndGrounds!.Count);
        Assert.Empty(StudyVerification.Run(script.Journal).Problems);
    }

    [Fact]
    public void Infeasible_failed_and_stopped_trials_do_not_count()
    {
        var script = new EngineScript(Study("random", 1, 1000) with
        {
            Constraints = [new OutcomeConstraint("latency", AtMost: 1)],
            Stop = new StopConditions { RegretBound = new RegretBound(1e9, 2) },
        });
        script.Report(0, 1, ("loss", 1), ("latency", 2));
        script.Report(1, 1, ("loss", 2), ("latency", 1));
        script.End(2, AttemptEnd.Error);
        Assert.Equal(StudyPhase.Running, script.State.Phase);
        script.Report(3, 1, ("loss", 3), ("latency", 0));
        Assert.Equal(EndReason.RegretBound, script.State.EndReason);
        Assert.Equal(new TrialNumber(1), script.State.EndGrounds!.CutoffTrial);
    }

    private static SimulationResult Bowl(StudySpecification study) => Run(study, Height);

    private static SimulationResult Run(
        StudySpecification study, Func<SimulatedTrial, double> height) =>
        StudySimulation.Run(study, new CurveProgram((trial, _) => height(trial)));

    // Its least value is 0.
    private static double Height(SimulatedTrial trial)
    {
        double x = trial.Configuration["x"].AsDouble() - 0.3;
        double y = trial.Configuration["y"].AsDouble() - 0.6;
        return 4 * x * x + y * y;
    }

    // Branin's function without its least value: three valleys of one depth, up to 308 high.
    private static double Branin(SimulatedTrial trial)
    {
        double x = 15 * trial.Configuration["x"].AsDouble() - 5;
        double y = 15 * trial.Configuration["y"].AsDouble();
        double bent = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
        return bent * bent + 10 * (1 - 1 / (8 * Math.PI)) * Math.Cos(x) + 10 - 0.39788735772973816;
    }

    private static StudySpecification Study(string sampler, ulong seed, int trials) =>
        Studies.Asha(trials, max: 1, seed) with
        {
            SearchSpace = new SearchSpace(
                [new FloatParameter("x", 0, 1), new FloatParameter("y", 0, 1)]),
            Sampler = new StrategyOptions(sampler),
            Scheduler = new StrategyOptions("run-to-completion"),
            Stop = new StopConditions { Trials = trials, RegretBound = new RegretBound(Error) },
        };

    private sealed class CountingCatalog : IStrategyCatalog
    {
        internal int Questions { get; private set; }

        public IReadOnlyList<Problem> Check(StudySpecification specification) => [];

        public ISampler CreateSampler(StudySpecification specification) =>
            StandardStrategies.Instance.CreateSampler(specification);

        public ITrialScheduler CreateScheduler(StudySpecification specification) =>
            StandardStrategies.Instance.CreateScheduler(specification);

        public IStudyStopRule? CreateStopRule(StudySpecification specification) =>
            new CountingRule(() => Questions++);
    }

    private sealed class CountingRule(Action asked) : IStudyStopRule
    {
        public string Version => "counting/1";

        public DecisionReason? Judge(IReadOnlyList<TrialState> completed)
        {
            asked();
            return null;
        }
    }
}
