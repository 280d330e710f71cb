using ActorTune.Objectives;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Commands;
using ActorTune.Studies.Events;
using ActorTune.Trials;

namespace ActorTune.Simulation.Engine;

/// <summary>Studies that judge trials by more than one number.</summary>
public sealed class OutcomeTests
{
    private static readonly StudySpecification Two = Studies.Asha(9) with
    {
        Objectives =
        [
            new Objective("loss", Direction.Minimize),
            new Objective("speed", Direction.Maximize) { Reduce = Reduction.MeanOfLast(2) },
        ],
        Constraints = [new OutcomeConstraint("latency", AtMost: 20, AtLeast: 5)],
        Scheduler = new StrategyOptions("run-to-completion"),
        MaxResource = new Resource(3),
    };

    [Fact]
    public void Every_change_after_a_measurement_carries_the_outcome()
    {
        var seen = new List<TrialChange>();
        var script = new EngineScript(Two, 1, seen.Add);
        script.Report(0, 1, ("loss", 4), ("speed", 10), ("latency", 23));
        script.Report(0, 2, ("loss", 3), ("speed", 20), ("latency", 12));
        script.Report(0, 3, ("loss", 2), ("speed", 40), ("latency", 5));

        TrialChange[] told = [.. seen.Where(change => change.Trial.Value == 0)];
        Assert.Equal(
            ["-", "4 10 3", "3 15 -7", "2 30 0", "2 30 0"],
            told.Select(change => change.Outcome?.ToString() ?? "-"));
        Assert.Equal([true, false, true, true, true],
            told.Select(change => change.Outcome?.IsFeasible ?? true));
        Assert.Equal([0.0, 4, 3, 2, 2], told.Select(change => change.Value));
    }

    [Fact]
    public void With_one_objective_there_is_no_outcome()
    {
        var seen = new List<TrialChange>();
        var script = new EngineScript(Studies.Asha(9), 1, seen.Add);
        script.Report(0, 1, 4);
        Assert.All(seen, change => Assert.Null(change.Outcome));
        Assert.True(script.State.Trials[0].IsFeasible);
    }

    [Theory]
    [InlineData("speed", "it lacks the objective 'speed'; it has loss=1 latency=9")]
    [InlineData("latency", "it lacks the constraint's 'latency'; it has loss=1 speed=9")]
    public void A_report_needs_every_objective_and_constraint(string missing, string message)
    {
        var script = new EngineScript(Two);
        (string, double)[] whole = [("loss", 1), ("speed", 9), ("latency", 9)];
        script.Report(0, 1, [.. whole.Where(metric => metric.Item1 != missing)]);
        AttemptEnded ended = script.Journal.Select(entry => entry.Event)
            .OfType<AttemptEnded>().Single();
        Assert.Equal(AttemptEnd.InvalidMeasurement, ended.End);
        Assert.EndsWith(message, ended.Message);
    }

    [Theory]
    [InlineData("loss")]
    [InlineData("speed")]
    [InlineData("latency")]
    public void Any_of_them_that_is_not_finite_diverges(string metric)
    {
        var script = new EngineScript(Two);
        (string, double)[] whole = [("loss", 1), ("speed", 9), ("latency", 9)];
        script.Report(0, 1, [.. whole.Select(one =>
            one.Item1 == metric ? (metric, double.PositiveInfinity) : one)]);
        Assert.Equal(AttemptEnd.Diverged, script.State.Trials[0].LastEnd);
    }

    // loss, speed, latency at the end of each trial; what the front and the best are.
    [Theory]
    [InlineData("1,1,9 2,2,9 3,1,9 2,2,9", "0 1 3", 0)]
    [InlineData("1,1,99 2,2,9 3,3,9", "1 2", 1)]
    [InlineData("1,1,99 2,2,99", "", 0)]
    [InlineData("1,3,9 1,2,9 0,1,9", "2 0", 2)]
    public void The_front_holds_the_feasible_trials_that_none_dominates(
        string trials, string front, int best)
    {
        var script = new EngineScript(Two);
        int number = 0;
        foreach (string trial in trials.Split(' '))
        {
            double[] values = [.. trial.Split(',').Select(double.Parse)];
            script.Report(
                number++, 3, ("loss", values[0]), ("speed", values[1]), ("latency", values[2]));
        }

        Assert.Equal(front, string.Join(
            " ", ParetoTrials.Front(script.State).Select(trial => trial.Number)));
        Assert.Equal(best, BestTrials.Best(script.State)!.Number.Value);
    }

    [Fact]
    public void Only_a_feasible_trial_reaches_the_target()
    {
        var script = new EngineScript(
            Two with { Stop = new StopConditions { Trials = 9, Target = 1 } });
        script.Report(0, 1, ("loss", 0.5), ("speed", 1), ("latency", 30));
        Assert.Equal(StudyPhase.Running, script.State.Phase);
        script.Report(0, 2, ("loss", 0.5), ("speed", 1), ("latency", 15));
        Assert.Equal(EndReason.Target, script.State.EndReason);
        Assert.Equal(StudyPhase.Ending, script.State.Phase);
    }

    [Fact]
    public void A_simulated_program_of_one_number_keeps_to_the_constraints()
    {
        SimulationResult result = StudySimulation.Run(Two, Studies.Falling());
        Assert.True(result.IsFinished);
        Assert.All(result.State.Trials, trial => Assert.True(trial.IsFeasible));
        Assert.Empty(StudyVerification.Run(result.Events).Problems);
    }

    [Fact]
    public void Seconds_count_from_the_attempts_start_to_its_reports()
    {
        var seen = new List<TrialChange>();
        var script = new EngineScript(Studies.Asha(9, options: ("min-resource", 3)), 1, seen.Add);
        script.Pass(TimeSpan.FromSeconds(100));
        script.Do(new StartAttempt(script.State.Trials[0].Attempt, null));
        script.Pass(TimeSpan.FromSeconds(2));
        script.Report(0, 1, 5);
        script.Pass(TimeSpan.FromSeconds(3));
        script.Report(0, 3, 4);
        script.Pass(TimeSpan.FromSeconds(50));
        Assert.Equal([0.0, 2, 5, 5], seen.Where(change => change.Trial.Value == 0)
            .Select(change => change.Seconds));
        Assert.Equal(TimeSpan.FromSeconds(5), script.State.Trials[0].RunTime);
    }
}
