using ActorTune.Strategies.Notation;

namespace ActorTune.Strategies.Schedulers;

public sealed class AshaPromotionTests
{
    [Fact]
    public void The_best_third_of_each_rung_goes_on_as_soon_as_it_stands_there()
    {
        // r = 1, R = 9, eta = 3, as in figure 1 of the paper.
        Schedule schedule = new Schedule("asha", 9).Started(9);

        Assert.Equal(
            "pause 0, pause 1, start 9@1, pause 2, promote 1@3, start 10@1",
            schedule.Run("0:5@1 1:3@1 next 2:4@1 next next"));
        Assert.Equal(
            "pause 3, pause 4, pause 5, promote 5@3, pause 6, pause 7, pause 8, promote 2@3",
            schedule.Run("3:8@1 4:9@1 5:1@1 promote 6:7@1 7:6@1 8:10@1 promote"));
        Assert.Equal("1:3/9 3:0/0 9:0/0", schedule.Rungs());
        Assert.Equal(
            "pause 1, pause 5, pause 2, promote 5@9, wait, complete 5, wait",
            schedule.Run("1:3@3 5:1@3 2:2@3 promote promote 5:1@9 promote"));
        Assert.Equal("1:3/9 3:1/3 9:0/1", schedule.Rungs());
    }

    [Fact]
    public void Every_rung_below_the_last_is_scanned_from_the_top()
    {
        Schedule schedule = new Schedule("asha", 9).Started(6);
        schedule.Run("0:1@1 1:2@1 2:3@1 3:4@1 4:5@1 5:6@1 promote promote 0:1@3 1:2@3");
        schedule.Started(3);
        schedule.Run("6:0@1 7:0.5@1 8:9@1");

        // Rung 0 keeps three of nine: 6, 7 and 0. Rung 1 keeps none of two.
        Assert.Equal(
            "promote 6@3, promote 7@3, wait, pause 6, promote 6@9",
            schedule.Run("promote promote promote 6:0@3 promote"));
    }

    [Fact]
    public void Ties_go_to_the_lower_trial_number()
    {
        Schedule schedule = new Schedule("asha", 9).Started(6);

        Assert.Equal(
            "pause 5, pause 4, pause 3, promote 3@3, pause 2, pause 1, pause 0, promote 0@3, "
                + "promote 1@3, wait",
            schedule.Run("5:1@1 4:1@1 3:1@1 promote 2:1@1 1:1@1 0:1@1 promote promote promote"));
    }

    [Fact]
    public void Larger_is_better_where_the_objective_says_so() =>
        Assert.Equal(
            "pause 0, pause 1, pause 2, promote 1@3",
            new Schedule("asha", 9, Direction.Maximize).Started(3)
                .Run("0:1@1 1:7@1 2:3@1 promote"));

    [Fact]
    public void Failures_on_the_way_count_as_worst_and_are_never_promoted()
    {
        Schedule schedule = new Schedule("asha", 9).Started(6);

        Assert.Equal(
            "fail 0, fail 1, wait, pause 2, promote 2@3, fail 3, fail 4, pause 5, promote 5@3",
            schedule.Run("0! 1! promote 2:5@1 promote 3! 4! 5:6@1 promote"));
        Assert.Equal(
            [2, 5, 0, 1, 3, 4],
            schedule.Scheduler.Explain(default, 0).Select(entry => entry.Trial.Value));
    }

    [Fact]
    public void A_trial_that_fails_after_its_promotion_frees_no_place()
    {
        Schedule schedule = new Schedule("asha", 9).Started(3);

        Assert.Equal(
            "promote 0@3, fail 0, wait",
            schedule.Run("0:1@1 1:2@1 2:3@1 promote 0! promote")[27..]);
        Assert.Equal("1:1/3 3:0/1 9:0/0", schedule.Rungs());
    }

    [Fact]
    public void A_report_that_passes_rungs_enters_each_and_waits_at_the_highest()
    {
        Schedule schedule = new Schedule("asha", 27).Started(3);

        Assert.Equal("pause 0, pause 1, pause 2", schedule.Run("0:5@10 1:6@1 2:7@1"));
        Assert.Equal("1:1/3 3:1/1 9:0/1 27:0/0", schedule.Rungs());
        Assert.Equal("wait", schedule.Run("promote"));
    }

    [Fact]
    public void A_report_past_the_full_resource_completes_and_fills_all_rungs()
    {
        Schedule schedule = new Schedule("asha", 9).Started(1);

        Assert.Equal("complete 0", schedule.Run("0:5@12"));
        Assert.Equal("1:1/1 3:1/1 9:0/1", schedule.Rungs());
    }

    [Fact]
    public void A_trial_finished_although_nobody_proposed_it_is_not_promoted_again()
    {
        Schedule schedule = new Schedule("asha", 9).Started(3);

        Assert.Equal(
            "finish 0, wait",
            schedule.Run("0:1@1 1:2@1 2:3@1 +0 promote")[27..]);
        Assert.Equal("report 0", schedule.Run("0:1@2"));
    }

    [Fact]
    public void A_finished_trial_that_passes_a_rung_waits_for_nothing_there()
    {
        Schedule schedule = new Schedule("asha", 27).Started(9);
        schedule.Run("0:1@1 1:2@1 2:3@1 3:4@1 4:5@1 5:6@1 6:7@1 7:8@1 8:9@1");
        schedule.Run("promote promote promote 0:1@3 1:2@3 2:3@3 promote");

        // Trial 0 runs on to 9; trial 1 is finished and passes 9 on its way.
        Assert.Equal("finish 1, pause 0, wait", schedule.Run("+1 0:1@9 promote"));
        Assert.Equal("1:3/9 3:2/3 9:0/1 27:0/0", schedule.Rungs());
    }

    [Fact]
    public void Reopened_trials_are_promoted_again_and_early_ones_go_on_to_the_bottom_rung()
    {
        Schedule schedule = new Schedule("asha", 9).Started(4);
        schedule.Run("0:1@1 1:2@1 2:3@1 promote");
        schedule.Tell(0, TrialChangeKind.Stopped);
        schedule.Tell(3, TrialChangeKind.Stopped);
        Assert.Equal("wait", schedule.Run("promote"));
        schedule.Tell(0, TrialChangeKind.Paused);
        schedule.Tell(3, TrialChangeKind.Paused);

        Assert.Equal("promote 0@3, promote 3@1, wait", schedule.Run("promote promote promote"));
    }

    [Fact]
    public void A_cancelled_trial_is_taken_out_of_every_rung()
    {
        Schedule schedule = new Schedule("asha", 9).Started(6);
        schedule.Run("0:1@1 1:2@1 2:3@1 promote 0:1@3 0-");
        Assert.Equal("1:0/2 3:0/0 9:0/0", schedule.Rungs());

        Assert.Equal("pause 3, promote 1@3", schedule.Run("3:5@1 promote"));
    }

    [Fact]
    public void A_reason_names_rung_count_kept_value_and_cutoff()
    {
        Schedule schedule = new Schedule("asha", 9).Started(6);
        schedule.Run("0:1@1 1:2@1 2:3@1 3:4@1 4:5@1 5:6@1");

        var promote = Assert.IsType<NextAction.Promote>(schedule.Scheduler.Next(true));

        Assert.Equal(
            new DecisionReason("asha-promotion/1", 0, 6, 2, 1, 2, new TrialNumber(1)),
            promote.Reason);
    }

    [Fact]
    public void Promotions_are_those_of_the_definition_over_sorted_lists()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var chance = new System.Random(seed);
            const int count = 40;
            Schedule schedule = new Schedule("asha", 3).Started(count);
            var values = new List<(double Value, int Trial)>();
            var promoted = new HashSet<int>();
            int failures = 0;
            foreach (int trial in Enumerable.Range(0, count).OrderBy(_ => chance.Next()))
            {
                if (chance.Next(5) == 0)
                {
                    failures++;
                    schedule.Run($"{trial}!");
                }
                else
                {
                    int value = chance.Next(10);
                    values.Add((value, trial));
                    schedule.Run($"{trial}:{value}@1");
                }

                int kept = (values.Count + failures) / 3;
                foreach ((double _, int best) in values.Order().Take(kept))
                {
                    if (promoted.Add(best))
                        Assert.Equal($"promote {best}@3", schedule.Run("promote"));
                }

                Assert.Equal("wait", schedule.Run("promote"));
            }
        }
    }
}
