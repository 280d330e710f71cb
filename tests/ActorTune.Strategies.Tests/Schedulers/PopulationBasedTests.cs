using ActorTune.Simulation;
using ActorTune.Strategies.Notation;
using ActorTune.Strategies.Schedulers.PopulationBased;
using ActorTune.Studies.Events;

namespace ActorTune.Strategies.Schedulers;

public sealed class PopulationBasedTests
{
    // Of four the worst is replaced, by a child of the best.
    [Fact]
    public void The_bottom_quantile_stops_and_the_top_quantile_is_copied()
    {
        var schedule = new Schedule("pbt population=4 interval=3", 9);
        schedule.Started(4);
        Assert.Equal("wait", schedule.Run("start"));
        Assert.Equal(
            "continue 0@6, report 1, continue 1@6, continue 2@6",
            schedule.Run("0:3@3 1:9@2 1:2@3 2:1@3"));
        Assert.Equal("stop 3, start 4@6 from 2", schedule.Run("3:4@3 next"));
        Assert.Equal("stop 0, start 5@6 from 2", schedule.Run("0:2.5@6 next"));
        Assert.Equal("continue 2@9, start 6@9 from 2", schedule.Run("2:1.5@6 1:3@6 next")
            .Replace("stop 1, ", ""));
        Assert.Equal("complete 2, complete 6", schedule.Run("2:9@9 6:9@9"));
    }

    [Theory]
    [InlineData(0.25, "0 0 1 1 1 2 2 2 2 3")]
    [InlineData(0.5, "0 0 1 1 2 2 3 3 4 4")]
    [InlineData(0.1, "0 0 1 1 1 1 1 1 1 1 1 2")]
    public void A_quantile_is_rounded_up_and_never_more_than_half(double quantile, string sizes)
    {
        var options = new PopulationOptions { Quantile = quantile };
        int counts = sizes.Split(' ').Length;
        Assert.Equal(
            sizes, string.Join(' ', Enumerable.Range(0, counts).Select(options.QuantileOf)));
    }

    [Fact]
    public void With_fewer_slots_than_members_all_take_turns()
    {
        var schedule = new Schedule("pbt population=3 interval=1", 3);
        Assert.Equal(
            "start 0@1, pause 0, start 1@1, pause 1, start 2@1, pause 2, promote 0@2",
            schedule.Run("start 0:3@1 next 1:2@1 next 2:1@1 next"));
        Assert.Equal(
            "pause 0, promote 1@2, pause 1, promote 2@2, pause 2, promote 0@3, complete 0",
            schedule.Run("0:0.9@2 next 1:0.8@2 next 2:0.7@2 next 0:9@3"));
    }

    [Fact]
    public void A_failed_member_leaves_its_place_empty_and_the_rest_finishes()
    {
        var schedule = new Schedule("pbt population=2 interval=1", 1);
        schedule.Started(2);
        Assert.Equal("fail 0, wait, complete 1, finished", schedule.Run("0! next 1:3@1 next"));
    }

    [Fact]
    public void Nothing_is_replaced_when_nothing_may_start()
    {
        var schedule = new Schedule("pbt population=2 interval=1", 3);
        schedule.Started(2);
        Assert.Equal(
            "continue 0@2, stop 1, wait, start 2@2 from 0",
            schedule.Run("0:1@1 1:2@1 promote next"));
    }

    // Large steps first and small ones later: no constant rate does both.
    [Fact]
    public void It_finds_a_schedule_that_beats_the_best_of_as_many_constants()
    {
        int wins = 0;
        for (ulong seed = 1; seed <= 15; seed++)
            wins += Best("pbt population=8 interval=5", seed) < Best("run-to-completion", seed)
                ? 1 : 0;
        Assert.True(wins >= 13, $"{wins} of 15");
    }

    private static double Best(string scheduler, ulong seed)
    {
        SimulationResult result = StudySimulation.Run(
            Falling(scheduler, seed), new NoisyDescent(), new SimulationOptions { Slots = 8 });
        Assert.Empty(StudyVerification.Run(result.Events).Problems);
        return BestTrials.Best(result.State)!.Value!.Value;
    }

    [Fact]
    public void The_journal_tells_who_was_copied_when_and_with_which_values()
    {
        SimulationResult result = StudySimulation.Run(
            Falling("pbt population=8 interval=5", 1),
            new NoisyDescent(),
            new SimulationOptions { Slots = 3 });
        TrialSuggested[] children = [.. result.Events.Select(entry => entry.Event)
            .OfType<TrialSuggested>().Where(suggested => suggested.Parent is not null)];

        Assert.NotEmpty(children);
        Assert.All(children, child =>
        {
            Assert.Equal(SuggestionOrigin.Scheduler, child.Origin);
            Assert.Equal(child.Parent, result.State.Trial(child.Trial).Parent);
            Assert.NotNull(child.From);
            Assert.True(child.From!.Value.Resource <= child.Parent!.Value.Resource);
        });

        // What a child inherits is not spent again.
        Assert.Equal(
            result.State.Trials.Sum(trial => trial.Resource.Units)
                - children.Sum(child => child.From!.Value.Resource.Units),
            result.State.SpentResource);
        Assert.Equal(0, result.State.RepeatedResource);
    }

    private static StudySpecification Falling(string scheduler, ulong seed) => Specifications.Of(
        scheduler,
        60,
        space: new SearchSpace([new FloatParameter("rate", 0.001, 1) { Scale = Scale.Log }])) with
    {
        Seed = seed,
        Program = new ProgramSpecification { Function = "descent", Resumes = true },
        Stop = new StopConditions
        {
            Trials = scheduler.StartsWith("pbt", StringComparison.Ordinal) ? null : 8,
        },
    };

    /// <summary>
    /// The expected error of stochastic gradient descent on a quadratic: a step of rate h leaves
    /// (1 - h)^2 of it and adds h^2 of the gradient's variance.
    /// </summary>
    private sealed class NoisyDescent : ISimulatedProgram
    {
        private readonly Dictionary<(AttemptId, long), double> _errors = [];

        public SimulatedStep Next(in SimulatedTrial trial, Resource spent)
        {
            double error = spent == Resource.Zero
                ? 1
                : _errors.TryGetValue((trial.Attempt, spent.Units), out double own)
                    ? own
                    : _errors[(trial.From!.Value.Attempt, spent.Units)];
            double rate = trial.Configuration["rate"].AsDouble();
            error = (1 - rate) * (1 - rate) * error + 0.1 * rate * rate;
            _errors[(trial.Attempt, spent.Units + 1)] = error;
            return SimulatedStep.Report(TimeSpan.FromSeconds(1), spent.Units + 1, error);
        }
    }
}
