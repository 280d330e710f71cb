using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Commands;
using ActorTune.Studies.Events;
using ActorTune.Trials;

namespace ActorTune.Simulation.Strict;

/// <summary>The rules of strict studies, said with single commands.</summary>
public sealed class StrictOrderTests
{
    [Fact]
    public void Logical_slots_ask_at_once_however_few_machines_there_are()
    {
        var script = new GateScript(StrictStudies.Of(3), machineSlots: 1);

        Assert.Equal("ask@0 start-0 start-1 start-2", script.Order());
        Assert.Equal(["begin 0#1 from 0"], script.Told);
    }

    [Fact]
    public void What_comes_early_waits_and_what_comes_last_may_let_all_in()
    {
        var script = new GateScript(StrictStudies.Of(3), machineSlots: 3);
        script.Order();

        Assert.Equal(Acceptance.Held, script.Report(2, 1, 3));
        Assert.Equal(Acceptance.Held, script.Report(1, 1, 2));
        Assert.Equal("", script.Order());
        script.Report(0, 1, 1);

        Assert.Equal(
            "0@1 pause-0 1@1 pause-1 2@1 pause-2 ask@1 promote-0 start-3", script.Order());
    }

    [Fact]
    public void A_trial_that_is_promoted_at_the_time_of_its_pause_goes_on_where_it_runs()
    {
        var script = new GateScript(StrictStudies.Of(3), machineSlots: 3);
        script.Report(2, 1, 3);
        script.Report(1, 1, 2);
        script.Told.Clear();
        script.Report(0, 1, 1);

        Assert.Equal(["pause 1#1", "pause 2#1", "begin 3#1 from 0"], script.Told);
        Assert.Equal(1, script.State.Trials[0].Attempt.Number);
    }

    [Fact]
    public void A_trial_stopped_in_logical_time_is_not_heard_beyond_that()
    {
        StudySpecification study = StrictStudies.Of(2) with
        {
            Scheduler = new StrategyOptions("threshold")
                .With("upper", Spaces.ParameterValue.Of(5.0)),
        };
        var script = new GateScript(study, machineSlots: 2);
        script.Order();
        script.Report(1, 1, 1);
        script.Report(1, 2, 9);
        script.Report(1, 3, 1);
        script.Report(1, 4, 1);
        script.Told.Clear();

        script.Report(0, 1, 1);
        Assert.Equal("0@1 1@1", script.Order());
        script.Report(0, 2, 1);
        Assert.Equal("0@2 1@2 stop-1 ask@2 start-2", script.Order());
        Assert.Equal(["stop 1#1", "begin 2#1 from 0"], script.Told);
        Assert.Equal(2, script.State.Trials[1].Count);
    }

    [Fact]
    public void Who_waits_makes_room_for_a_logically_earlier_trial()
    {
        var script = new GateScript(StrictStudies.Of(2), machineSlots: 1);
        script.Order();
        script.Told.Clear();
        script.Report(0, 1, 1);

        // Trial 0 is first among equals, so its report is let in; until slots ask, it may go on.
        Assert.Equal("0@1 pause-0", script.Order());
        Assert.Equal(["pause 0#1", "begin 1#1 from 0"], script.Told);
    }

    [Fact]
    public void What_a_trial_said_before_it_made_room_still_has_its_turn()
    {
        StudySpecification study = StrictStudies.Of(2) with
        {
            Scheduler = new StrategyOptions("run-to-completion"),
        };
        var script = new GateScript(study, machineSlots: 1);
        for (int resource = 1; resource <= 9; resource++)
            script.Report(0, resource, resource);
        Assert.Equal(["begin 0#1 from 0", "pause 0#1", "begin 1#1 from 0"], script.Told);
        Assert.Contains(script.Journal, entry => entry.Event is AttemptYielded);

        script.Order();
        for (int resource = 1; resource <= 9; resource++)
            script.Report(1, resource, 1);
        Assert.StartsWith("1@1 0@2 1@2 0@3", script.Order());
        Assert.Equal(TrialStatus.Completed, script.State.Trials[0].Status);
        Assert.Equal(TrialStatus.Completed, script.State.Trials[1].Status);
    }

    [Fact]
    public void An_end_of_the_program_is_a_unit_after_its_last_report()
    {
        var script = new GateScript(StrictStudies.Of(2, "stopping"), machineSlots: 2);
        script.Order();
        script.End(1, AttemptEnd.Error);
        Assert.Equal("", script.Order());
        script.Report(0, 1, 1);

        Assert.StartsWith("0@1 continue-0 1:end fail-1 ask@1 start-2", script.Order());
    }

    [Fact]
    public void An_end_waits_for_the_reports_before_it()
    {
        var script = new GateScript(StrictStudies.Of(1, "stopping"), machineSlots: 1);
        AttemptId attempt = script.State.Trials[0].Attempt;
        var end = new EndAttempt(attempt, AttemptEnd.Returned, "");
        DateTimeOffset at = script.Journal[^1].At;

        Assert.Equal(Acceptance.Held, script.Gate.End(end, null, 1, at));
        Assert.Equal(TrialStatus.Running, script.State.Trials[0].Status);
        script.Report(0, 1, 1);
        script.Gate.End(end, null, 1, at);
        Assert.Equal(TrialStatus.Completed, script.State.Trials[0].Status);
    }
}
