using ActorTune.Strategies;
using ActorTune.Studies.Effects;
using static ActorTune.AskTell.AskTellStudies;

namespace ActorTune.AskTell;

public sealed class AskTellRefusalTests
{
    [Fact]
    public void A_value_that_is_not_finite_fails_the_trial()
    {
        AskTellStudy study = Asha();
        Start(study, 1);

        Assert.Equal(AttemptInstruction.Stop, Report(study, 0, 1, double.NaN).Decision);
        Assert.Equal(TrialStatus.Failed, study.State.Trial(default).Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Requests_that_make_no_sense_are_refused_and_change_nothing(long resource)
    {
        AskTellStudy study = Asha();
        Start(study, 1);
        Report(study, 0, 1, 0.5);
        int events = study.Entries.Count;

        Assert.Throws<AskTellException>(() => Report(study, 0, 2 + resource, 0.5));
        Assert.Throws<AskTellException>(() => Report(study, 7, 1, 0.5));
        Assert.Throws<AskTellException>(() => study.Ask());
        Assert.Throws<AskTellException>(() => study.Complete(default));
        Assert.Throws<AskTellException>(() => study.Tell(new TrialNumber(0), Metrics(1)));
        Assert.Throws<AskTellException>(() => study.Enqueue(Configuration.Empty));
        Assert.Equal(events, study.Entries.Count);
    }

    [Fact]
    public void A_strict_order_is_refused_since_the_caller_makes_the_order()
    {
        StudySpecification study = Specifications.Of("asha", 9);
        var refused = Assert.Throws<InvalidStudyException>(() => new AskTellStudy(study with
        {
            Program = study.Program with { SilenceLimit = TimeSpan.FromMinutes(1) },
            Strict = new StrictMode(4),
        }));
        Assert.Contains("the caller decides in which order results come", refused.Message);
    }

    [Fact]
    public void A_report_without_the_objective_is_refused()
    {
        AskTellStudy study = Asha();
        Start(study, 1);

        Assert.Throws<AskTellException>(
            () => study.Report(default, new Resource(1), new MetricSet("other", 1)));
        Assert.Equal(TrialStatus.Running, study.State.Trial(default).Status);
    }

    [Fact]
    public void A_resource_that_does_not_grow_is_refused()
    {
        AskTellStudy study = Asha();
        Start(study, 3);
        for (int trial = 0; trial < 3; trial++)
            Report(study, trial, 1, trial);
        study.Next();
        Report(study, 0, 2, 0.5);

        Assert.Equal(AttemptInstruction.Pause, Report(study, 0, 1, 9).Decision);
        Assert.Throws<AskTellException>(() => Report(study, 0, 0, 0.5));
    }

    [Fact]
    public void What_was_saved_must_begin_with_a_creation()
    {
        Assert.Throws<AskTellException>(() => AskTellStudy.Load([]));
        Assert.Throws<AskTellException>(() => AskTellStudy.Load(Asha().Entries.Skip(1)));
    }
}
