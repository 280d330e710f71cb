using ActorTune.Strategies.Notation;

namespace ActorTune.Strategies.Schedulers;

public sealed class ThresholdTests
{
    [Theory]
    [InlineData(Direction.Minimize)]
    [InlineData(Direction.Maximize)]
    public void A_value_outside_the_bounds_stops_whatever_the_direction(Direction direction)
    {
        Schedule schedule =
            new Schedule("threshold lower=1 upper=2", 3, direction).Started(3);

        Assert.Equal(
            "report 0, report 0, complete 0, stop 1, stop 2",
            schedule.Run("0:1@1 0:2@2 0:9@3 1:2.1@1 2:0.9@1"));
    }

    [Fact]
    public void One_bound_is_enough_and_none_is_refused()
    {
        Assert.Equal(
            "report 0, stop 0",
            new Schedule("threshold upper=1", 9).Started(1).Run("0:-9@1 0:2@2"));
        Assert.Equal(
            "report 0, stop 0", new Schedule("threshold lower=1", 9).Started(1).Run("0:9@1 0:0@2"));
        Assert.Equal(
            "scheduler.threshold.upper: is needed, or lower: without a bound nothing is stopped",
            Assert.Single(StandardStrategies.Instance.Check(
                Specifications.Of("threshold"))).ToString());
        Assert.Equal(
            "scheduler.threshold.lower: must not be above upper 1, got 2",
            Assert.Single(StandardStrategies.Instance.Check(
                Specifications.Of("threshold lower=2 upper=1"))).ToString());
    }

    [Fact]
    public void Only_the_first_measurement_of_an_interval_after_the_warmup_is_judged()
    {
        Schedule schedule =
            new Schedule("threshold upper=1 warmup-steps=3 interval-steps=3", 20).Started(2);

        // Intervals 3 to 5 and 6 to 8; 5 is not the first of its interval, 7 is.
        Assert.Equal(
            "report 0, report 0, report 0, stop 0", schedule.Run("0:9@2 0:0@4 0:9@5 0:9@7"));
        Assert.Equal("report 1, stop 1", schedule.Run("1:9@2 1:9@4"));
    }
}
