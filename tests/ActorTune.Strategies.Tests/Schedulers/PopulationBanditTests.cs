using ActorTune.Arithmetic;
using ActorTune.Simulation;
using ActorTune.Strategies.Notation;

namespace ActorTune.Strategies.Schedulers;

public sealed class PopulationBanditTests
{
    // Who is replaced and by whom is the rule of pbt.
    [Fact]
    public void The_bottom_quantile_stops_and_the_top_quantile_is_copied()
    {
        var schedule = new Schedule("pb2 population=4 interval=3", 9);
        schedule.Started(4);
        Assert.Equal("wait", schedule.Run("start"));
        Assert.Equal(
            "continue 0@6, report 1, continue 1@6, continue 2@6",
            schedule.Run("0:3@3 1:9@2 1:2@3 2:1@3"));
        Assert.Equal("stop 3, start 4@6 from 2", schedule.Run("3:4@3 next"));
        Assert.Equal("stop 0, start 5@6 from 2", schedule.Run("0:2.5@6 next"));
        Assert.Equal("continue 2@9", schedule.Run("2:1.5@6"));
    }

    [Fact]
    public void It_refuses_what_pbt_refuses_and_a_window_too_narrow()
    {
        IReadOnlyList<Problem> problems = StandardStrategies.Instance.Check(
            Specifications.Of("pb2 keep=x,y window=3", 9));

        Assert.Equal(
            [
                "scheduler.pb2.keep: there is no 'y'; there are x",
                "scheduler.pb2.window: must lie between 10 and 1000, got 3",
            ],
            problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void Its_study_needs_no_other_condition_to_end()
    {
        StudySpecification study = Moving("pb2 population=4 interval=20", 1);

        Assert.Empty(study.Check());
    }

    // What is best moves on as training does; nothing learnt long ago holds.
    [Fact]
    public void It_follows_a_moving_optimum_better_than_perturbing()
    {
        int wins = 0;
        for (ulong seed = 1; seed <= 12; seed++)
            wins += Best("pb2 population=6 interval=4 window=50", seed)
                < Best("pbt population=6 interval=4", seed) ? 1 : 0;
        Assert.True(wins >= 10, $"{wins} of 12");
    }

    [Fact]
    public void Its_decisions_are_verified_from_the_journal()
    {
        SimulationResult result = Simulate("pb2 population=4 interval=8", 3);

        Assert.True(result.IsFinished);
        Assert.Contains(result.State.Trials, trial => trial.Parent is not null);
        Assert.Empty(StudyVerification.Run(result.Events).Problems);
    }

    private static double Best(string scheduler, ulong seed) =>
        BestTrials.Best(Simulate(scheduler, seed).State)!.Value!.Value;

    private static SimulationResult Simulate(string scheduler, ulong seed) => StudySimulation.Run(
        Moving(scheduler, seed), new MovingTarget(), new SimulationOptions { Slots = 6 });

    private static StudySpecification Moving(string scheduler, ulong seed) => Specifications.Of(
        scheduler,
        80,
        space: new SearchSpace([new FloatParameter("x", 0, 1), new FloatParameter("y", 0, 1)])) with
    {
        Seed = seed,
        Program = new ProgramSpecification { Function = "target", Resumes = true },
        Stop = new StopConditions(),
    };

    /// <summary>
    /// Every unit of resource leaves a share of the error that grows with the squared distance
    /// from an optimum that goes once round.
    /// </summary>
    private sealed class MovingTarget : ISimulatedProgram
    {
        private readonly Dictionary<(AttemptId, long), double> _errors = [];

        public SimulatedStep Next(in SimulatedTrial trial, Resource spent)
        {
            double error = spent == Resource.Zero
                ? 1
                : _errors.TryGetValue((trial.Attempt, spent.Units), out double own)
                    ? own
                    : _errors[(trial.From!.Value.Attempt, spent.Units)];
            double angle = 2 * Math.PI * spent.Units / 80;
            double x = trial.Configuration["x"].AsDouble() - 0.5 - 0.4 * PortableMath.Cos(angle);
            double y = trial.Configuration["y"].AsDouble() - 0.5 - 0.4 * PortableMath.Sin(angle);
            error *= 0.9 + 0.2 * Math.Min(0.5, x * x + y * y);
            _errors[(trial.Attempt, spent.Units + 1)] = error;
            return SimulatedStep.Report(TimeSpan.FromSeconds(1), spent.Units + 1, error);
        }
    }
}
