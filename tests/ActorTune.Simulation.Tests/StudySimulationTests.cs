using ActorTune.Studies;
using ActorTune.Studies.Events;
using ActorTune.Trials;

namespace ActorTune.Simulation;

public sealed class StudySimulationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(16)]
    public void Promotion_asha_ends_every_trial_and_finishes_the_best(int slots)
    {
        SimulationResult result = StudySimulation.Run(
            Studies.Asha(27), Studies.Falling(), new SimulationOptions { Slots = slots });

        Assert.True(result.IsFinished);
        Assert.Equal(27, result.State.Trials.Count);
        Assert.All(result.State.Trials, trial => Assert.True(trial.Status.IsFinal()));
        TrialState best = BestTrials.Best(result.State)!;
        Assert.Equal(TrialStatus.Completed, best.Status);
        Assert.Equal(new Resource(9), best.Resource);
        Assert.Equal(
            result.State.Trials.Min(trial => trial.Configuration["x"].AsDouble()),
            best.Configuration["x"].AsDouble());
    }

    [Fact]
    public void The_same_study_gives_the_same_journal()
    {
        var options = new SimulationOptions { Slots = 8 };
        SimulationResult one = StudySimulation.Run(Studies.Asha(50), Studies.Falling(), options);
        SimulationResult two = StudySimulation.Run(Studies.Asha(50), Studies.Falling(), options);

        Assert.Equal(
            one.Events.Skip(1).Select(entry => entry.ToString()),
            two.Events.Skip(1).Select(entry => entry.ToString()));
    }

    // Looking for the best trials anew for each paused one made the end take hours.
    [Fact]
    public void A_study_of_twenty_thousand_trials_comes_to_its_end()
    {
        SimulationResult result = StudySimulation.Run(
            Studies.Asha(20_000, max: 81),
            Studies.Falling(),
            new SimulationOptions { Slots = 64, KeepEvents = false });

        Assert.True(result.IsFinished);
        Assert.True(result.State.Trials.Count(t => t.Status == TrialStatus.Stopped) > 15_000);
    }

    [Fact]
    public void A_trial_that_diverges_fails_and_the_study_goes_on()
    {
        var program = new CurveProgram((trial, resource) =>
            trial.Attempt.Trial.Value == 3 && resource == 1 ? double.NaN : resource);
        SimulationResult result = StudySimulation.Run(Studies.Asha(9), program);

        Assert.True(result.IsFinished);
        Assert.Equal(TrialStatus.Failed, result.State.Trials[3].Status);
        Assert.Equal(AttemptEnd.Diverged, result.State.Trials[3].LastEnd);
    }

    [Fact]
    public void A_study_whose_first_trials_all_fail_is_aborted()
    {
        var program = new CurveProgram((_, _) => double.NaN);
        SimulationResult result = StudySimulation.Run(Studies.Asha(100), program);

        StudyFinished finished = Assert.IsType<StudyFinished>(result.Events[^1].Event);
        Assert.Equal(EndReason.Failures, finished.Reason);
        Assert.Equal(5, result.State.Trials.Count);
    }

    [Fact]
    public void A_hang_is_repeated_once_from_the_checkpoint()
    {
        var program = new HangOnce();
        SimulationResult result = StudySimulation.Run(Studies.Asha(3), program);

        Assert.Equal(TrialStatus.Completed, result.State.Trials[0].Status);
        TrialRetried retried = Assert.Single(
            result.Events.Select(entry => entry.Event).OfType<TrialRetried>());
        Assert.Equal(new Resource(3), retried.From!.Value.Resource);
    }

    private sealed class HangOnce : ISimulatedProgram
    {
        public SimulatedStep Next(in SimulatedTrial trial, Resource spent)
        {
            bool hangs = trial.Attempt is { Trial.Value: 0 } && spent.Units == 5 && !_hung;
            _hung |= hangs;
            return hangs
                ? SimulatedStep.Ends(TimeSpan.FromSeconds(1), AttemptEnd.Hang)
                : SimulatedStep.Report(
                    TimeSpan.FromSeconds(1), spent.Units + 1, trial.Attempt.Trial.Value);
        }

        private bool _hung;
    }
}
