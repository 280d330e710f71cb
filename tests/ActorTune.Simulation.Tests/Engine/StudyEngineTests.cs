using ActorTune.Objectives;
using ActorTune.Spaces;
using ActorTune.Studies;
using ActorTune.Studies.Commands;
using ActorTune.Studies.Effects;
using ActorTune.Studies.Events;
using ActorTune.Trials;

namespace ActorTune.Simulation.Engine;

/// <summary>The rules of the engine, said with single commands.</summary>
public sealed class StudyEngineTests
{
    [Fact]
    public void An_offer_starts_a_trial_that_runs_to_the_first_rung()
    {
        var script = new EngineScript(Studies.Asha(9));
        var begun = (TrialSuggested)script.Journal[^1].Event;
        Assert.Equal(new TrialNumber(0), begun.Trial);
        Assert.Equal(new Resource(1), begun.Until);
    }

    [Fact]
    public void Below_the_barrier_a_report_is_acknowledged_and_decides_nothing()
    {
        var script = new EngineScript(Studies.Asha(9, options: ("min-resource", 3)));
        StudyEffect effect = Assert.Single(script.Report(0, 1, 5));
        InstructAttempt answer = Assert.IsType<InstructAttempt>(effect);
        Assert.Equal(AttemptInstruction.Continue, answer.Instruction);
        Assert.Equal(1, answer.Report);
        Assert.Equal(new Resource(3), answer.Until);
        Assert.IsType<MeasurementReported>(script.Journal[^1].Event);
    }

    [Fact]
    public void A_pause_undone_by_a_promotion_on_the_same_slot_is_one_effect()
    {
        var script = new EngineScript(Studies.Asha(9));
        script.Report(0, 1, 3);
        script.Report(1, 1, 2);
        IReadOnlyList<StudyEffect> effects = script.Report(2, 1, 1);

        InstructAttempt answer = Assert.IsType<InstructAttempt>(Assert.Single(effects));
        Assert.Equal(AttemptInstruction.Continue, answer.Instruction);
        Assert.Equal(new Resource(3), answer.Until);
        Assert.Equal(1, script.State.Trials[2].Attempt.Number);
        Assert.EndsWith("MeasurementReported TrialPaused TrialPromoted", script.Events());
    }

    [Fact]
    public void A_report_told_twice_is_taken_in_once()
    {
        var script = new EngineScript(Studies.Asha(9, options: ("min-resource", 3)));
        AttemptId attempt = script.State.Trials[0].Attempt;
        ReportMeasurement report = EngineScript.Measurement(attempt, 1, 1, 5);
        script.Handle(report);
        Assert.Equal(Acceptance.Late, script.Handle(report));
        Assert.Equal(1, script.State.MeasurementCount);
    }

    [Fact]
    public void A_report_that_follows_a_lost_one_waits_for_it()
    {
        var script = new EngineScript(Studies.Asha(9, options: ("min-resource", 3)));
        AttemptId attempt = script.State.Trials[0].Attempt;
        Assert.False(StudyIntake.IsNext(script.State, attempt, 2));
        Assert.Equal(
            Acceptance.Late, script.Handle(EngineScript.Measurement(attempt, 2, 2, 4)));
        Assert.Equal(0, script.State.MeasurementCount);

        Assert.True(StudyIntake.IsNext(script.State, attempt, 1));
        script.Handle(EngineScript.Measurement(attempt, 1, 1, 5));
        script.Handle(EngineScript.Measurement(attempt, 2, 2, 4));
        Assert.Equal(2, script.State.MeasurementCount);
        Assert.False(StudyIntake.IsNext(script.State, attempt, 2));
    }

    [Fact]
    public void What_a_fenced_attempt_says_is_late()
    {
        var script = new EngineScript(Studies.Asha(9));
        AttemptId old = script.State.Trials[0].Attempt;
        script.End(0, AttemptEnd.Hang);
        Assert.Equal(2, script.State.Trials[0].Attempt.Number);
        Assert.Equal(Acceptance.Late, script.Handle(EngineScript.Measurement(old, 1, 1, 0)));
        Assert.Equal(
            Acceptance.Late, script.Handle(new EndAttempt(old, AttemptEnd.Error, "zombie")));
        Assert.Equal(0, script.State.MeasurementCount);
    }

    [Theory]
    [InlineData(double.NaN, AttemptEnd.Diverged)]
    [InlineData(double.PositiveInfinity, AttemptEnd.Diverged)]
    public void A_value_that_is_not_finite_fails_the_trial(double value, AttemptEnd end)
    {
        var script = new EngineScript(Studies.Asha(9));
        script.Report(0, 1, value);
        Assert.Equal(TrialStatus.Failed, script.State.Trials[0].Status);
        Assert.Equal(end, script.State.Trials[0].LastEnd);
    }

    [Fact]
    public void A_report_without_the_objective_names_it_and_what_it_has()
    {
        var script = new EngineScript(Studies.Asha(9));
        script.Handle(new ReportMeasurement(
            script.State.Trials[0].Attempt, 1, new Resource(1), new MetricSet("accuracy", 1)));
        Assert.Equal(AttemptEnd.InvalidMeasurement, script.State.Trials[0].LastEnd);
        Assert.Equal(
            "report 1 is invalid: it lacks the objective 'loss'; it has accuracy=1",
            script.State.Trials[0].LastMessage);
    }

    [Fact]
    public void Resource_that_does_not_grow_within_an_attempt_is_invalid()
    {
        var script = new EngineScript(Studies.Asha(9, options: ("min-resource", 3)));
        script.Report(0, 2, 1);
        script.Report(0, 2, 1);
        Assert.Equal(AttemptEnd.InvalidMeasurement, script.State.Trials[0].LastEnd);
    }

    [Fact]
    public void A_program_that_ends_without_a_report_is_told_apart()
    {
        var script = new EngineScript(Studies.Asha(9));
        script.End(0, AttemptEnd.Returned);
        Assert.Equal(AttemptEnd.NoReport, script.State.Trials[0].LastEnd);
        Assert.Equal(TrialStatus.Failed, script.State.Trials[0].Status);
    }

    [Theory]
    [InlineData(AttemptEnd.LostWorker, 4)]
    [InlineData(AttemptEnd.Hang, 2)]
    [InlineData(AttemptEnd.OutOfMemory, 2)]
    [InlineData(AttemptEnd.Error, 1)]
    [InlineData(AttemptEnd.TimeLimit, 1)]
    public void Each_kind_of_failure_has_its_own_number_of_attempts(AttemptEnd end, int attempts)
    {
        var script = new EngineScript(Studies.Asha(9));
        for (int i = 1; script.State.Trials[0].Status != TrialStatus.Failed; i++)
        {
            script.End(0, end);
            if (end == AttemptEnd.LostWorker)
                script.Offer(i + 1, "other");
        }

        Assert.Equal(attempts, script.State.Trials[0].Attempt.Number);
    }

    [Fact]
    public void A_lost_worker_is_retried_elsewhere()
    {
        var script = new EngineScript(Studies.Asha(1, options: ("min-resource", 9)));
        script.End(0, AttemptEnd.LostWorker);
        script.Offer(2, "elsewhere");
        Assert.Equal(new WorkerId("elsewhere"), script.State.Trials[0].Worker);
    }

    [Fact]
    public void An_attempt_lost_with_the_engine_counts_against_no_limit()
    {
        var script = new EngineScript(Studies.Asha(9));
        for (int i = 2; i < 12; i++)
        {
            script.Restart();
            script.Do(new LoseAttempt(script.State.Trials[0].Attempt));
            script.Offer(i, "w");
        }

        Assert.Equal(TrialStatus.Running, script.State.Trials[0].Status);
        Assert.Equal(11, script.State.Trials[0].Attempt.Number);
    }

    [Fact]
    public void A_retry_goes_on_from_the_last_checkpoint_that_was_measured()
    {
        var script = new EngineScript(Studies.Asha(9, options: ("min-resource", 9)));
        AttemptId attempt = script.State.Trials[0].Attempt;
        script.Do(new SaveCheckpoint(new Checkpoint(attempt, new Resource(2))));
        script.Report(0, 2, 1);
        script.Do(new SaveCheckpoint(new Checkpoint(attempt, new Resource(4))));
        script.End(0, AttemptEnd.Hang);

        Assert.Equal(new Resource(2), script.State.Trials[0].From!.Value.Resource);
    }

    [Fact]
    public void Resource_repeated_after_a_restart_is_charged_and_decides_nothing()
    {
        var script = new EngineScript(Studies.Asha(9, options: ("min-resource", 9)));
        script.Report(0, 1, 5);
        script.Report(0, 2, 4);
        script.End(0, AttemptEnd.Hang);
        script.Report(0, 1, 5.5);

        var repeated = (MeasurementRepeated)script.Journal[^1].Event;
        Assert.Equal(0.5, repeated.Difference);
        Assert.Equal(3, script.State.SpentResource);
        Assert.Equal(1, script.State.RepeatedResource);
        Assert.Equal(2, script.State.MeasurementCount);
    }

    [Fact]
    public void A_replaced_checkpoint_is_dropped_and_the_one_to_resume_from_stays()
    {
        var script = new EngineScript(Studies.Asha(9, options: ("min-resource", 9)));
        AttemptId attempt = script.State.Trials[0].Attempt;
        script.Do(new SaveCheckpoint(new Checkpoint(attempt, new Resource(1))));
        script.Report(0, 1, 5);
        script.Do(new SaveCheckpoint(new Checkpoint(attempt, new Resource(2))));
        IReadOnlyList<StudyEffect> effects = script.Report(0, 2, 4);

        DropCheckpoint drop = Assert.Single(effects.OfType<DropCheckpoint>());
        Assert.Equal(new Resource(1), drop.Checkpoint.Resource);
        Assert.Equal(new Resource(2), script.State.Trials[0].Checkpoint!.Value.Resource);
    }

    // Told to go on first, the program would train past its rung before the pause came.
    [Fact]
    public void A_pause_takes_the_place_of_the_acknowledgement_when_a_checkpoint_is_dropped_too()
    {
        var script = new EngineScript(Studies.Asha(9, options: ("min-resource", 2)));
        AttemptId attempt = script.State.Trials[0].Attempt;
        script.Do(new SaveCheckpoint(new Checkpoint(attempt, new Resource(1))));
        script.Report(0, 1, 5);
        script.Do(new SaveCheckpoint(new Checkpoint(attempt, new Resource(2))));
        IReadOnlyList<StudyEffect> effects = script.Report(0, 2, 4);

        InstructAttempt answer = Assert.Single(effects.OfType<InstructAttempt>());
        Assert.Equal(AttemptInstruction.Pause, answer.Instruction);
        Assert.Single(effects.OfType<DropCheckpoint>());
    }
}
