using ActorTune.Strategies.Notation;
using ActorTune.Strategies.Schedulers.Percentile;
using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers;

public sealed class MedianTests
{
    [Fact]
    public void A_trial_worse_than_the_median_of_completed_ones_at_its_step_is_stopped()
    {
        Schedule schedule = new Schedule("median startup-trials=3", 2).Started(6);
        schedule.Run("0:1@1 0:1@2 1:2@1 1:2@2 2:3@1 2:3@2");

        // The median at 1 is 2: a tie goes on, anything above is stopped.
        Assert.Equal("report 3, stop 4, complete 3", schedule.Run("3:2@1 4:2.1@1 3:9@2"));

        // With the fourth completed trial it lies between 2 and 2.
        Assert.Equal("report 5", schedule.Run("5:2@1"));
    }

    [Fact]
    public void The_best_value_so_far_counts_not_the_last()
    {
        Schedule schedule = new Schedule("median startup-trials=1", 3).Started(2);
        schedule.Run("0:5@1 0:4@2 0:3@3");

        Assert.Equal("report 1, report 1, complete 1", schedule.Run("1:3@1 1:9@2 1:9@3"));
    }

    [Fact]
    public void An_even_number_has_its_median_in_the_middle()
    {
        Schedule schedule = new Schedule("median startup-trials=2", 2).Started(4);
        schedule.Run("0:1@1 0:1@2 1:2@1 1:2@2");

        Assert.Equal("report 2, stop 3", schedule.Run("2:1.5@1 3:1.6@1"));
    }

    [Fact]
    public void Nothing_is_stopped_during_startup_warmup_or_between_intervals()
    {
        Schedule startup = new Schedule("median", 2).Started(6);
        startup.Run("0:1@1 0:1@2 1:1@1 1:1@2 2:1@1 2:1@2 3:1@1 3:1@2");
        Assert.Equal("report 4", startup.Run("4:9@1"));

        Schedule warmup =
            new Schedule("median startup-trials=1 warmup-steps=2 interval-steps=2", 9).Started(2);
        warmup.Run("0:1@1 0:1@2 0:1@3 0:1@4 0:1@9");
        Assert.Equal("report 1, stop 1", warmup.Run("1:9@1 1:9@2"));

        Schedule interval = new Schedule("median startup-trials=1 interval-steps=2", 9).Started(2);
        interval.Run("0:5@2 0:1@3 0:5@4 0:5@9");

        // 3 lies in the interval from 2 to 3, which was judged at 2.
        Assert.Equal("report 1, report 1, report 1", interval.Run("1:5@2 1:5@3 1:5@4"));
    }

    [Fact]
    public void Too_few_trials_measured_at_the_step_stop_nobody()
    {
        Schedule schedule = new Schedule("median startup-trials=1 min-trials=2", 2).Started(2);
        schedule.Run("0:1@1 0:1@2");

        Assert.Equal("report 1", schedule.Run("1:9@1"));
    }

    [Fact]
    public void Stopped_and_failed_trials_are_no_reference()
    {
        Schedule schedule = new Schedule("median startup-trials=1", 3).Started(4);
        schedule.Run("0:5@1 0:5@2 0:5@3 1:9@1 2:0@1 2!");

        Assert.Equal("report 3", schedule.Run("3:4@1"));
    }

    [Fact]
    public void Larger_is_better_where_the_objective_says_so()
    {
        Schedule schedule =
            new Schedule("median startup-trials=1", 2, Direction.Maximize).Started(3);
        schedule.Run("0:5@1 0:5@2");

        Assert.Equal("stop 1, report 2", schedule.Run("1:4@1 2:6@1"));
    }

    [Fact]
    public void Medians_are_those_of_sorted_lists()
    {
        var chance = new System.Random(3);
        var values = new StepValues(new Share(1, 2));
        var list = new List<double>();
        for (int i = 0; i < 300; i++)
        {
            double value = chance.Next(50);
            values.Add(value);
            list.Add(value);
            list.Sort();
            double median = (list[(list.Count - 1) / 2] + list[list.Count / 2]) / 2;
            Assert.Equal(median, values.Cutoff);
        }
    }
}
