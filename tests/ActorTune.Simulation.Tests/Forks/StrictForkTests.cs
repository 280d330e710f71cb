using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Commands;
using ActorTune.Studies.Events;
using ActorTune.Studies.Forks;

namespace ActorTune.Simulation.Tests.Forks;

/// <summary>All of a strict study follows from its beginning, so nobody changes its course.
/// </summary>
public sealed class StrictForkTests
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Strict_studies_are_not_forked(bool parentIsStrict, bool forkIsStrict)
    {
        IReadOnlyList<Problem> problems = ForkCheck.Run(
            Begun(parentIsStrict),
            Study(forkIsStrict),
            keepsScheduler: true,
            StandardStrategies.Instance);
        Assert.Equal("reproducible", Assert.Single(problems).Path);
    }

    [Fact]
    public void A_strict_study_keeps_its_trial_scheduler()
    {
        Acceptance answer = StudyIntake.Accept(
            Begun(isStrict: true), new SwitchScheduler(new StrategyOptions("median")));
        Assert.StartsWith(
            "A strict study keeps its trial scheduler",
            Assert.IsType<Acceptance.Refused>(answer).Reason);
    }

    private static StudyState Begun(bool isStrict)
    {
        var state = new StudyState(StandardStrategies.Instance);
        state.Evolve(new JournalEntry(
            new SequenceNumber(1),
            new Epoch(1),
            DateTimeOffset.UnixEpoch,
            new StudyCreated(Study(isStrict))));
        return state;
    }

    private static StudySpecification Study(bool isStrict)
    {
        StudySpecification study = Studies.Asha(9);
        return study with
        {
            Program = study.Program with { SilenceLimit = TimeSpan.FromMinutes(1) },
            Strict = isStrict ? new StrictMode(4) : null,
        };
    }
}
