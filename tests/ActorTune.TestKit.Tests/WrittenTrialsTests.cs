using ActorTune.Simulation;
using ActorTune.TestKit.Written;

namespace ActorTune.TestKit;

public sealed class WrittenTrialsTests
{
    [Fact]
    public void A_study_runs_on_what_was_written_down()
    {
        StudySpecification study = OwnStudies.Of(max: 3, trials: 4) with
        {
            Scheduler = new StrategyOptions("run-to-completion"),
        };

        SimulationResult result = StudySimulation.Run(study, WrittenTrials.Parse(
            """
            0: 0.9 0.7 0.6
            1: 0.8 oom | 0.8 0.5 ...
            2: 0.4 nan
            *: 0.9 ...
            """));

        Assert.Equal(
            ["Completed 0.6", "Completed 0.5", "Failed 0.4", "Completed 0.9"],
            result.State.Trials.Select(trial =>
                FormattableString.Invariant($"{trial.Status} {trial.Value}")));
        Assert.Equal(new AttemptId(new TrialNumber(1), 2), result.State.Trials[1].Attempt);
    }

    [Theory]
    [InlineData("0.9 0.7")]
    [InlineData("0: 0.9 bang")]
    [InlineData("0: oom 0.9")]
    [InlineData("0: ...")]
    public void What_is_not_of_the_notation_is_refused(string text) =>
        Assert.Throws<FormatException>(() => WrittenTrials.Parse(text));

    [Fact]
    public void A_trial_without_a_script_is_named()
    {
        SpecException found = Assert.Throws<SpecException>(() => StudySimulation.Run(
            OwnStudies.Of() with { Scheduler = new StrategyOptions("run-to-completion") },
            WrittenTrials.Parse("0: 0.9")));

        Assert.Equal("Trial 1 was started and has no script.", found.Message);
    }
}
