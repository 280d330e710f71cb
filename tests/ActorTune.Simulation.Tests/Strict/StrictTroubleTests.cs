using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Commands;
using ActorTune.Studies.Events;
using ActorTune.Trials;

namespace ActorTune.Simulation.Strict;

/// <summary>What machines do to a strict study, and what that changes: nothing.</summary>
public sealed class StrictTroubleTests
{
    [Theory]
    [InlineData(AttemptEnd.LostWorker)]
    [InlineData(AttemptEnd.Hang)]
    [InlineData(AttemptEnd.OutOfMemory)]
    [InlineData(AttemptEnd.Interrupted)]
    [InlineData(AttemptEnd.OutsideSignal)]
    public void What_machines_do_to_an_attempt_is_no_event_of_its_trial(AttemptEnd end)
    {
        var script = new GateScript(StrictStudies.Of(1) with { MaxResource = new Resource(3) }, 2);
        script.Report(0, 1, 1);
        script.Order();
        script.Told.Clear();
        int started = script.State.Trials.Count - 1;
        script.End(started, end);

        Assert.Equal("", script.Order());
        Assert.Equal(TrialStatus.Running, script.State.Trials[started].Status);
        Assert.Equal($"begin {started}#2 from 0", script.Told[^1]);
    }

    [Fact]
    public void An_attempt_that_begins_again_repeats_what_it_measured_and_then_goes_on()
    {
        var script = new GateScript(StrictStudies.Of(1, "stopping"), machineSlots: 1);
        script.Report(0, 1, 5);
        script.Report(0, 2, 4, saves: false);
        script.Order();
        script.Told.Clear();
        script.End(0, AttemptEnd.OutOfMemory);
        Assert.Equal(["stop 0#1", "begin 0#2 from 1"], script.Told);

        script.Report(0, 2, 4);
        Assert.Equal("", script.Order());
        script.Report(0, 3, 3);
        Assert.StartsWith("0@3", script.Order());
        Assert.Equal(1, script.State.Premise.ComparedCount);
        Assert.Equal(0, script.State.Premise.DifferenceCount);
        Assert.Equal(3, script.State.SpentResource);
    }

    [Fact]
    public void A_program_that_does_not_measure_the_same_again_is_told_of()
    {
        var script = new GateScript(StrictStudies.Of(1, "stopping"), machineSlots: 1);
        script.Report(0, 1, 5);
        script.Report(0, 2, 4, saves: false);
        script.End(0, AttemptEnd.OutOfMemory);
        script.Report(0, 2, 4.5);

        Assert.Equal(1, script.State.Premise.DifferenceCount);
        Assert.Equal(0.5, script.State.Premise.FirstDifference);
        Assert.Equal(4, script.State.Trials[0].ValueAt(new Resource(2)));
    }

    [Fact]
    public void Disturbed_too_often_a_trial_holds_the_study_and_does_not_fail()
    {
        var script = new GateScript(StrictStudies.Of(1), machineSlots: 1);
        script.End(0, AttemptEnd.Hang);
        script.End(0, AttemptEnd.Hang);

        Assert.Equal(
            "trial 0 was silent for longer than the silence limit 2 times (scripted); a strict "
                + "study cannot go on without its result",
            script.State.HeldReason);
        Assert.Equal(TrialStatus.Running, script.State.Trials[0].Status);

        script.Told.Clear();
        script.Crash(machineSlots: 1);
        Assert.Null(script.State.HeldReason);
        Assert.Equal(["begin 0#3 from 0"], script.Told);
    }

    [Fact]
    public void A_crash_loses_what_was_held_and_changes_nothing()
    {
        var script = new GateScript(StrictStudies.Of(3), machineSlots: 3);
        script.Report(2, 1, 3);
        script.Report(1, 1, 2);
        script.Order();
        script.Told.Clear();
        script.Crash(machineSlots: 2);
        Assert.Equal(["begin 0#2 from 0", "begin 1#2 from 0"], script.Told);

        script.Report(1, 1, 2);
        script.Report(0, 1, 1);
        script.Report(2, 1, 3);
        Assert.Equal(
            "0@1 pause-0 1@1 pause-1 2@1 pause-2 ask@1 promote-0 start-3", script.Order());
    }

    [Fact]
    public void Slots_that_are_wanted_back_are_not_kept_by_who_waits()
    {
        var script = new GateScript(StrictStudies.Of(2), machineSlots: 2);
        script.Report(1, 1, 1);
        OfferId waiting = script.Gate.Placed.Single(placed =>
            placed.Attempt.Trial == new TrialNumber(1)).Offer;
        script.Do(new WithdrawPlacement(waiting));

        Assert.DoesNotContain(waiting, script.Gate.Offers.Keys);
        Assert.Equal("pause 1#1", script.Told[^1]);
    }

    [Fact]
    public void Time_spent_waiting_for_the_order_is_counted()
    {
        var script = new GateScript(StrictStudies.Of(2), machineSlots: 2);
        script.Report(1, 1, 1);
        script.Pass(7);
        script.Report(0, 1, 2);

        Assert.Equal(TimeSpan.FromSeconds(7), script.State.WaitedTime);
    }

    [Fact]
    public void An_idle_slot_runs_the_first_segment_of_a_sample_again()
    {
        var script = new GateScript(StrictStudies.Of(1, check: 1), machineSlots: 2);
        script.Told.Clear();
        script.Report(0, 1, 1);
        Assert.Contains("begin 0#2 from 0", script.Told);
        Assert.Equal(1, script.State.Trials[0].Attempt.Number);

        script.Report(new AttemptId(new TrialNumber(0), 2), 1, 1, 1.25);
        Assert.Equal(1, script.State.Premise.SegmentCount);
        Assert.Equal(0.25, script.State.Premise.FirstDifference);
        Assert.Equal("stop 0#2", script.Told.First(told => told.EndsWith("0#2")
            && !told.StartsWith("begin")));
    }
}
