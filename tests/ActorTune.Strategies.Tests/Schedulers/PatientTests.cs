using ActorTune.Strategies.Notation;

namespace ActorTune.Strategies.Schedulers;

public sealed class PatientTests
{
    [Fact]
    public void Without_a_wrapped_rule_patience_alone_decides()
    {
        // Optuna's rule: min of all before < min of the last patience + 1 measurements.
        Schedule schedule = new Schedule("patient wrapped=none patience=1", 9).Started(3);

        Assert.Equal(
            "report 0, report 0, report 0, stop 0", schedule.Run("0:5@1 0:4@2 0:6@3 0:6@4"));
        Assert.Equal(
            "report 1, report 1, report 1, report 1, stop 1",
            schedule.Run("1:5@1 1:6@2 1:4@3 1:6@4 1:6@5"));
        Assert.Equal("report 2, report 2, report 2", schedule.Run("2:5@1 2:5@2 2:5@3"));
    }

    [Fact]
    public void Patience_zero_stops_at_the_first_step_back()
    {
        Schedule schedule = new Schedule("patient wrapped=none patience=0", 9).Started(1);

        Assert.Equal("report 0, stop 0", schedule.Run("0:5@1 0:6@2"));
    }

    [Fact]
    public void A_step_back_within_the_margin_is_none()
    {
        Schedule schedule =
            new Schedule("patient wrapped=none patience=0 min-delta=1", 9).Started(1);

        Assert.Equal("report 0, report 0, stop 0", schedule.Run("0:5@1 0:6@2 0:6.1@3"));
    }

    [Fact]
    public void Larger_is_better_where_the_objective_says_so()
    {
        Schedule schedule = new Schedule(
            "patient wrapped=none patience=0", 9, Direction.Maximize).Started(1);

        Assert.Equal("report 0, report 0, stop 0", schedule.Run("0:5@1 0:6@2 0:5.9@3"));
    }

    [Fact]
    public void Both_the_wrapped_rule_and_patience_must_agree()
    {
        Schedule schedule = new Schedule("patient startup-trials=1 patience=1", 5).Started(4);
        schedule.Run("0:1@1 0:1@2 0:1@3 0:1@4 0:1@5");

        // Trial 1 is above the median but improves; trial 2 stands still below it, 3 above.
        Assert.Equal("report 1, report 1, report 1, report 1", schedule.Run(
            "1:9@1 1:8@2 1:7@3 1:6@4"));
        Assert.Equal("report 2, report 2, report 2", schedule.Run("2:0@1 2:3@2 2:3@3"));
        Assert.Equal("report 3, report 3, stop 3", schedule.Run("3:2@1 3:3@2 3:3@3"));
    }

    [Fact]
    public void Percentiles_are_wrapped_with_their_options()
    {
        Schedule schedule = new Schedule(
            "patient wrapped=percentile percentile=100 startup-trials=1 patience=0", 5).Started(4);
        schedule.Run("0:9@1 0:9@2 0:9@3 0:9@4 0:9@5 1:1@1 1:1@2 1:1@3 1:1@4 1:1@5");

        Assert.Equal(
            "report 2, report 2, report 3, stop 3", schedule.Run("2:8@1 2:9@2 3:10@1 3:11@2"));
    }

    [Fact]
    public void Options_of_a_rule_that_is_not_wrapped_are_refused() =>
        Assert.Equal(
            "scheduler.patient.startup-trials",
            Assert.Single(StandardStrategies.Instance.Check(
                Specifications.Of("patient wrapped=none startup-trials=2"))).Path);
}
