using ActorTune.Strategies.Notation;
using ActorTune.Strategies.Schedulers.Percentile;
using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers;

public sealed class PercentileTests
{
    [Fact]
    public void A_trial_outside_the_best_quarter_of_completed_ones_is_stopped()
    {
        Schedule schedule = new Schedule("percentile startup-trials=5", 2).Started(8);
        schedule.Run("0:5@1 0:1@2 1:4@1 1:1@2 2:3@1 2:1@2 3:2@1 3:1@2 4:1@1 4:1@2");

        // Of 1 2 3 4 5 the 25th percentile is 2: a tie goes on.
        Assert.Equal("report 5, stop 6", schedule.Run("5:2@1 6:2.1@1"));
    }

    [Fact]
    public void Larger_is_better_where_the_objective_says_so()
    {
        Schedule schedule = new Schedule(
            "percentile startup-trials=5", 2, Direction.Maximize).Started(8);
        schedule.Run("0:5@1 0:1@2 1:4@1 1:1@2 2:3@1 2:1@2 3:2@1 3:1@2 4:1@1 4:1@2");

        Assert.Equal("report 5, stop 6", schedule.Run("5:4@1 6:3.9@1"));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(50.0)]
    public void The_median_is_the_percentile_50(double percentile)
    {
        var chance = new System.Random(11);
        string number = percentile.ToString(CultureInfo.InvariantCulture);
        Schedule median = new Schedule("median startup-trials=2 interval-steps=2", 9).Started(30);
        Schedule other = new Schedule(
            $"percentile percentile={number} startup-trials=2 interval-steps=2", 9).Started(30);
        for (int trial = 0; trial < 30; trial++)
        {
            for (int step = 1; step <= 9; step += 1 + chance.Next(2))
            {
                string word = $"{trial}:{chance.Next(100)}@{step}";
                string answer = median.Run(word);
                Assert.Equal(answer, other.Run(word));
                if (answer.StartsWith("stop", StringComparison.Ordinal))
                    break;
            }
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(12500, 1)]
    [InlineData(25000, 1.75)]
    [InlineData(66600, 4.662)]
    [InlineData(100000, 9)]
    public void Percentiles_are_linear_between_values(int thousandths, double expected)
    {
        var values = new StepValues(Share.Of(thousandths, 100_000));
        foreach (double value in new double[] { 3, 1, 4, 1, 5, 9, 2, 6 })
            values.Add(value);

        Assert.Equal(expected, values.Cutoff, 12);
    }

    [Fact]
    public void Percentiles_finer_than_a_thousandth_are_refused() =>
        Assert.Equal(
            "scheduler.percentile.percentile: must be a whole number of thousandths",
            Assert.Single(StandardStrategies.Instance.Check(
                Specifications.Of("percentile percentile=12.34567"))).ToString());
}
