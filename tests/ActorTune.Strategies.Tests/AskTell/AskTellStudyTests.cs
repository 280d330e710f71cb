using ActorTune.Studies.Effects;
using ActorTune.Studies.Events;
using static ActorTune.AskTell.AskTellStudies;

namespace ActorTune.AskTell;

public sealed class AskTellStudyTests
{
    [Fact]
    public void A_study_with_a_scheduler_goes_by_next_and_report()
    {
        AskTellStudy study = Asha();
        Assert.Equal([0, 1, 2], Start(study, 3));

        Assert.Equal(AttemptInstruction.Pause, Report(study, 0, 1, 0.5).Decision);
        Assert.Equal(AttemptInstruction.Pause, Report(study, 1, 1, 0.3).Decision);
        Assert.Equal(AttemptInstruction.Pause, Report(study, 2, 1, 0.4).Decision);

        var resumed = Assert.IsType<NextTrial.Train>(study.Next());
        Assert.Equal(new AttemptId(new TrialNumber(1), 2), resumed.Attempt);
        Assert.Equal(1, resumed.From!.Value.Resource.Units);
        Assert.Equal(3, resumed.Until!.Value.Units);
        Assert.Equal(AttemptInstruction.Continue, Report(study, 1, 2, 0.2).Decision);
        Assert.Equal(AttemptInstruction.Pause, Report(study, 1, 3, 0.1).Decision);
        Assert.Equal(1, study.Best!.Number.Value);
    }

    [Fact]
    public void A_repeated_report_gets_the_first_answer_and_changes_nothing()
    {
        AskTellStudy study = Asha();
        Start(study, 1);
        ReportAnswer first = Report(study, 0, 1, 0.5);
        int events = study.Entries.Count;

        Assert.Equal(first, Report(study, 0, 1, 0.1));
        Assert.Equal(events, study.Entries.Count);
    }

    [Fact]
    public void A_study_without_a_scheduler_goes_by_ask_and_tell()
    {
        AskTellStudy study = Whole();
        var first = Assert.IsType<NextTrial.Train>(study.Ask());
        Assert.Null(first.Until);
        study.Tell(first.Attempt.Trial, Metrics(0.5));
        TrialNumber own = study.Tell(
            new Configuration([KeyValuePair.Create("x", ParameterValue.Of(0.25))]), Metrics(0.1));

        Assert.Equal(TrialStatus.Completed, study.State.Trial(own).Status);
        Assert.Equal(own, study.Best!.Number);
    }

    [Fact]
    public void The_study_finishes_when_its_trials_are_used_up()
    {
        AskTellStudy study = Whole(2);
        for (int i = 0; i < 2; i++)
            study.Tell(Assert.IsType<NextTrial.Train>(study.Ask()).Attempt.Trial, Metrics(i));

        Assert.Equal(NextTrial.Finished, study.Ask());
        Assert.Equal(EndReason.Trials, study.State.EndReason);
    }

    [Fact]
    public void With_the_last_trial_under_way_it_waits()
    {
        AskTellStudy study = Whole(1);
        study.Ask();

        Assert.Equal(NextTrial.Wait, study.Ask());
    }

    [Fact]
    public void A_lost_trial_is_given_out_again_and_an_error_is_not()
    {
        AskTellStudy study = Whole();
        study.Ask();
        study.Fail(default, AttemptEnd.LostWorker);
        Assert.Equal(2, Assert.IsType<NextTrial.Train>(study.Ask()).Attempt.Number);
        study.Fail(default);

        Assert.Equal(1, Assert.IsType<NextTrial.Train>(study.Ask()).Attempt.Trial.Value);
    }

    [Fact]
    public void A_loaded_study_goes_on_like_the_one_that_was_saved()
    {
        AskTellStudy study = Asha();
        Start(study, 4);
        for (int trial = 0; trial < 3; trial++)
            Report(study, trial, 1, 3 - trial);
        AskTellStudy loaded = AskTellStudy.Load(study.Entries);

        Assert.Equal(Report(study, 2, 1, 0), Report(loaded, 2, 1, 0));
        for (int i = 0; i < 5; i++)
            Assert.Equal(study.Next(), loaded.Next());
        Assert.Equal(study.Entries, loaded.Entries);
    }

    [Fact]
    public void Enqueued_configurations_come_first()
    {
        AskTellStudy study = Whole();
        var own = new Configuration([KeyValuePair.Create("x", ParameterValue.Of(0.25))]);
        study.Enqueue(own);

        Assert.Equal(own, Assert.IsType<NextTrial.Train>(study.Ask()).Configuration);
    }

    [Fact]
    public void Wall_time_counts_by_the_times_given()
    {
        AskTellStudy study = Of("run-to-completion", new StopConditions
        {
            WallTime = TimeSpan.FromHours(1),
        });
        study.Tell(Assert.IsType<NextTrial.Train>(study.Ask()).Attempt.Trial, Metrics(1));
        study.Now += TimeSpan.FromMinutes(61);

        Assert.Equal(NextTrial.Finished, study.Ask());
        Assert.Equal(EndReason.WallTime, study.State.EndReason);
    }

    [Fact]
    public void Cancelling_ends_trials_and_the_study()
    {
        AskTellStudy study = Whole();
        study.Ask();
        study.Ask();
        study.Cancel(new TrialNumber(0));
        Assert.Equal(TrialStatus.Cancelled, study.State.Trial(default).Status);
        study.Cancel();

        Assert.Equal(NextTrial.Finished, study.Next());
        Assert.IsType<StudyFinished>(study.Entries[^1].Event);
    }
}
