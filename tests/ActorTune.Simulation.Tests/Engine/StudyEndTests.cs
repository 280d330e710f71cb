using ActorTune.Spaces;
using ActorTune.Studies;
using ActorTune.Studies.Commands;
using ActorTune.Studies.Effects;
using ActorTune.Studies.Events;
using ActorTune.Trials;

namespace ActorTune.Simulation.Engine;

/// <summary>How studies end, are cancelled, and go on after that.</summary>
public sealed class StudyEndTests
{
    [Fact]
    public void Trials_close_starts_but_not_promotions()
    {
        var script = new EngineScript(Studies.Asha(3));
        script.Report(0, 1, 3);
        script.Report(1, 1, 2);
        script.Report(2, 1, 1);
        Assert.Equal(StudyPhase.Running, script.State.Phase);
        Assert.Equal(new Resource(3), script.State.Trials[2].Until);
    }

    [Fact]
    public void The_best_trial_is_trained_in_full_before_the_study_ends()
    {
        var script = new EngineScript(Studies.Asha(2));
        script.Report(0, 1, 3);
        script.Report(1, 1, 2);
        Assert.Equal(StudyPhase.Ending, script.State.Phase);
        Assert.Equal("0:Paused 1:Running", script.Statuses());

        script.Report(1, 9, 1);
        Assert.Equal(StudyPhase.Finished, script.State.Phase);
        Assert.Equal("0:Stopped 1:Completed", script.Statuses());
        Assert.Equal(new TrialNumber(1), script.State.FinalBest);
    }

    [Fact]
    public void Finish_best_of_zero_trains_nothing_more()
    {
        StudySpecification study = Studies.Asha(2);
        var script = new EngineScript(study with { Stop = study.Stop with { FinishBest = 0 } });
        script.Report(0, 1, 3);
        script.Report(1, 1, 2);
        Assert.Equal("0:Stopped 1:Stopped", script.Statuses());
    }

    [Fact]
    public void A_target_ends_the_study()
    {
        StudySpecification study = Studies.Asha(9);
        var script = new EngineScript(
            study with { Stop = new StopConditions { Target = 0.5, FinishBest = 0 } });
        script.Report(0, 1, 0.5);
        Assert.Equal(StudyPhase.Finished, script.State.Phase);
        Assert.Equal(EndReason.Target, script.State.EndReason);
    }

    [Fact]
    public void A_total_resource_ends_the_study_and_bounds_the_finish()
    {
        StudySpecification study = Studies.Asha(9);
        var script = new EngineScript(
            study with { Stop = new StopConditions { TotalResource = 2 } });
        script.Report(0, 1, 2);
        script.Report(1, 1, 1);
        Assert.Equal(EndReason.TotalResource, script.State.EndReason);
        Assert.Equal(2, script.State.SpentResource);
    }

    [Fact]
    public void Draining_lets_a_running_trial_reach_its_decision_point()
    {
        StudySpecification study = Studies.Asha(9, options: ("min-resource", 3));
        var script = new EngineScript(
            study with
            {
                Stop = new StopConditions { WallTime = TimeSpan.FromHours(1), FinishBest = 0 },
            });
        script.Report(0, 1, 2);
        script.Do(new ReachWallTime());
        Assert.Equal("0:Running", script.Statuses());
        script.Report(0, 3, 2);
        Assert.Equal("0:Stopped", script.Statuses());
        Assert.Equal(EndReason.WallTime, script.State.EndReason);
    }

    [Fact]
    public void Cancelling_stops_running_trials_at_once()
    {
        var script = new EngineScript(Studies.Asha(9), slots: 2);
        IReadOnlyList<StudyEffect> effects = script.Do(new CancelStudy(EndMode.Cancel));
        Assert.Equal(2, effects.OfType<InstructAttempt>()
            .Count(effect => effect.Instruction == AttemptInstruction.Stop));
        Assert.Equal(EndReason.Cancelled, script.State.EndReason);
        Assert.Equal(StudyPhase.Finished, script.State.Phase);
    }

    [Fact]
    public void A_cancelled_trial_frees_its_slot()
    {
        var script = new EngineScript(Studies.Asha(9));
        script.Do(new CancelTrial(new TrialNumber(0)));
        Assert.Equal("0:Cancelled 1:Running", script.Statuses());
    }

    [Fact]
    public void A_raised_budget_reopens_what_was_stopped_because_the_study_ended()
    {
        var script = new EngineScript(Studies.Asha(2));
        script.Report(0, 1, 3);
        script.Report(1, 1, 2);
        script.Report(1, 9, 1);
        Assert.Equal(StudyPhase.Finished, script.State.Phase);

        script.Do(new ChangeStopConditions(new StopConditions { Trials = 4 }));
        Assert.Equal(StudyPhase.Running, script.State.Phase);
        Assert.Equal("0:Paused 1:Completed 2:Running", script.Statuses());
    }

    [Fact]
    public void An_enqueued_configuration_is_tried_next()
    {
        var script = new EngineScript(Studies.Asha(9));
        var given = new Configuration([KeyValuePair.Create("x", ParameterValue.Of(0.25))]);
        script.Do(new EnqueueTrial(given));
        script.Report(0, 1, 1);
        var suggested = (TrialSuggested)script.Journal[^1].Event;
        Assert.Equal(SuggestionOrigin.Enqueued, suggested.Origin);
        Assert.Equal(given, suggested.Configuration);
    }

    [Fact]
    public void A_configuration_outside_the_space_is_refused()
    {
        var script = new EngineScript(Studies.Asha(9));
        var given = new Configuration([KeyValuePair.Create("x", ParameterValue.Of(7.0))]);
        Acceptance.Refused refused =
            Assert.IsType<Acceptance.Refused>(script.Handle(new EnqueueTrial(given)));
        Assert.Equal("x: '7.0' is not one of its values", refused.Reason);
    }

    [Fact]
    public void A_withdrawn_slot_is_not_used_again_after_its_trial()
    {
        var script = new EngineScript(Studies.Asha(9));
        script.Do(new WithdrawPlacement(new OfferId(1)));
        Assert.Equal("0:Running", script.Statuses());
        script.Report(0, 1, 1);
        Assert.Equal("0:Paused", script.Statuses());
        Assert.Empty(script.State.Offers);
    }

    [Fact]
    public void Five_failures_in_a_row_abort_the_study()
    {
        var script = new EngineScript(Studies.Asha(100));
        for (int trial = 0; trial < 5; trial++)
            script.End(trial, AttemptEnd.Error);
        Assert.Equal(EndReason.Failures, script.State.EndReason);
        Assert.Equal(StudyPhase.Finished, script.State.Phase);
        Assert.Equal(5, script.State.Trials.Count);
    }

    [Fact]
    public void Every_transcript_verifies()
    {
        var script = new EngineScript(Studies.Asha(6), slots: 2);
        script.Report(1, 1, 3);
        script.End(0, AttemptEnd.Hang);
        script.Do(new CancelTrial(new TrialNumber(0)));
        script.Report(2, 1, 1);
        script.Do(new CancelStudy(EndMode.Drain));
        VerificationReport report = StudyVerification.Run(script.Journal);
        Assert.Empty(report.Problems);
        Assert.Equal(report.Decisions, report.Recomputed);
    }
}
