using ActorTune.Strategies.Notation;

namespace ActorTune.Strategies.Schedulers;

public sealed class SuccessiveHalvingTests
{
    [Fact]
    public void A_bracket_of_nine_goes_nine_three_one_and_then_another_opens()
    {
        Schedule schedule = new Schedule("successive-halving", 9).Started(9);

        // Nine start at 1; a tenth belongs to the next bracket.
        Assert.Equal("start 9@1", schedule.Run("start"));
        Assert.StartsWith("1:0/9 3:0/3 9:0/1", Capacities(schedule));
        schedule.Run("0:1@1 1:2@1 2:3@1 3:4@1 4:5@1 5:6@1");

        // Six are worse than nobody for certain; the seventh makes trial 0 certain.
        Assert.Equal(
            "wait, pause 6, promote 0@3, pause 7, promote 1@3, wait, pause 8, promote 2@3, wait",
            schedule.Run("promote 6:7@1 promote 7:8@1 promote promote 8:9@1 promote promote"));
        Assert.Equal(
            "pause 0, pause 1, wait, pause 2, promote 0@9, complete 0",
            schedule.Run("0:1@3 1:2@3 promote 2:3@3 promote 0:1@9"));
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(5, 2)]
    [InlineData(6, 3)]
    public void On_all_orders_the_promoted_are_those_of_full_rungs_at_the_first_certain_moment(
        int size, int kept)
    {
        foreach (int[] order in Permutations([.. Enumerable.Range(0, size)]))
        {
            // Trial i of the order completes i-th; its value is its place in the final ranking.
            ITrialScheduler scheduler = Rung(size, kept, out Action<int, double> complete);
            var done = new List<int>();
            var promoted = new List<int>();
            foreach (int value in order)
            {
                complete(done.Count, value);
                done.Add(value);
                while (scheduler.Next(false) is NextAction.Promote promote)
                {
                    promoted.Add(order[promote.Trial.Value]);
                    scheduler.Observe(Change(TrialChangeKind.Promoted, promote.Trial.Value, 0));
                }

                int[] certain = [.. done.Where(
                    own => done.Count(other => other > own) >= size - kept).Order()];
                Assert.Equal(certain, promoted.Order());
            }

            Assert.Equal(Enumerable.Range(0, kept), promoted.Order());
        }
    }

    [Fact]
    public void Failures_count_as_worst_so_that_the_bracket_comes_to_its_end()
    {
        Schedule schedule = new Schedule("successive-halving", 9).Started(9);
        schedule.Run("0! 1! 2! 3! 4! 5!");

        // Six of nine failed: whoever completes is among the best three.
        Assert.Equal(
            "pause 6, promote 6@3, pause 7, promote 7@3, fail 8, wait",
            schedule.Run("6:1@1 promote 7:2@1 promote 8! promote"));

        // The third place of rung 1 was lost with trial 8.
        Assert.Equal(
            "pause 6, wait, pause 7, promote 6@9, complete 6",
            schedule.Run("6:1@3 promote 7:2@3 promote 6:1@9"));
    }

    [Fact]
    public void A_program_that_returns_on_its_way_up_goes_on_with_the_value_that_it_has()
    {
        Schedule schedule = new Schedule("successive-halving", 9).Started(9);
        schedule.Run("0:1@1 1:2@1 2:3@1 3:4@1 4:5@1 5:6@1 6:7@1 promote 7:8@1 promote");

        // Trial 0 was sent to 3 and returned at 2: it has its place there and runs no more.
        schedule.Run("0:1@2");
        schedule.Tell(0, TrialChangeKind.Completed);
        Assert.Equal("wait", schedule.Run("promote"));
        Assert.StartsWith("1:2/8 3:0/1 9:0/0", schedule.Rungs());

        // The other two are worse, so that the last place is its own as well.
        Assert.Equal(
            "pause 8, promote 2@3, pause 1, pause 2, wait",
            schedule.Run("8:9@1 promote 1:2@3 2:3@3 promote"));
        Assert.StartsWith("1:3/9 3:1/3 9:0/1", schedule.Rungs());
    }

    [Fact]
    public void A_program_that_returns_before_the_bottom_rung_enters_it_all_the_same()
    {
        Schedule schedule = new Schedule("successive-halving min-resource=2", 6).Started(3);
        schedule.Run("0:1@1");
        schedule.Tell(0, TrialChangeKind.Completed);

        Assert.Equal("pause 1, pause 2, wait", schedule.Run("1:2@2 2:3@2 promote"));
        Assert.StartsWith("2:1/3 6:0/1", schedule.Rungs());
    }

    [Fact]
    public void A_bracket_in_which_all_fail_is_done()
    {
        Schedule schedule = new Schedule("successive-halving", 3).Started(3);
        schedule.Run("0! 1! 2!");

        Assert.Equal("1:0/3 3:0/1 1:0/0 3:0/0", schedule.Rungs());
        Assert.Equal("start 3@1", schedule.Run("next"));
    }

    [Fact]
    public void A_cancelled_trial_gives_its_place_back_or_counts_as_failed_once_it_entered()
    {
        Schedule schedule = new Schedule("successive-halving", 3).Started(3);
        Assert.Equal("cancel 2, start 3@1", schedule.Run("2- start"));
        Assert.Equal(
            "pause 0, pause 1, cancel 0, pause 3, promote 3@3",
            schedule.Run("0:1@1 1:3@1 0- 3:2@1 promote"));
        Assert.Equal("cancel 3, wait", schedule.Run("3- promote"));
        Assert.Equal("1:1/3 3:0/1 1:0/0 3:0/0", schedule.Rungs());
    }

    [Fact]
    public void Reports_past_several_rungs_still_compete_rung_by_rung()
    {
        Schedule schedule = new Schedule("successive-halving", 27).Started(27);

        // Every trial reports first at 9: the rungs at 1 and 3 decide without running.
        for (int trial = 0; trial < 26; trial++)
            schedule.Run($"{trial}:{trial}@9");

        Assert.Equal("pause 26, promote 0@27, wait", schedule.Run("26:26@9 promote promote"));
        Assert.StartsWith("1:9/27 3:3/9 9:1/3 27:0/0", schedule.Rungs());
    }

    [Fact]
    public void Reports_at_the_full_resource_complete_and_retire_the_bracket()
    {
        Schedule schedule = new Schedule("successive-halving", 9).Started(9);
        for (int trial = 0; trial < 9; trial++)
            Assert.Equal($"complete {trial}", schedule.Run($"{trial}:{trial}@9"));

        Assert.StartsWith("1:3/9 3:1/3 9:0/1", schedule.Rungs());
        Assert.Equal("wait", schedule.Run("promote"));
    }

    [Fact]
    public void A_reopened_trial_goes_on_to_where_it_was_sent()
    {
        Schedule schedule = new Schedule("successive-halving", 3).Started(4);
        schedule.Run("0:1@1 1:2@1 2:3@1 promote");
        schedule.Tell(0, TrialChangeKind.Stopped);
        schedule.Tell(3, TrialChangeKind.Stopped);
        Assert.Equal("wait", schedule.Run("promote"));
        schedule.Tell(0, TrialChangeKind.Paused);
        schedule.Tell(3, TrialChangeKind.Paused);

        Assert.Equal("promote 0@3, promote 3@1, wait", schedule.Run("promote promote promote"));
    }

    private static string Capacities(Schedule schedule) => string.Join(
        " ", schedule.Scheduler.Rungs().Select(
            rung => $"{rung.Level}:{rung.Count}/{rung.Capacity}"));

    // One rung of a size with so many places above it: eta = size / kept is not always whole, so
    // it is a bracket plan of its own.
    private static ITrialScheduler Rung(int size, int kept, out Action<int, double> complete)
    {
        var scheduler = new SuccessiveHalving.SynchronousHalving(
            "successive-halving/1",
            new Objective("loss", Direction.Minimize),
            [new Rungs.BracketPlan([1, 2], [size, kept])]);
        for (int trial = 0; trial < size; trial++)
            scheduler.Observe(Change(TrialChangeKind.Started, trial, 0));
        complete = (trial, value) =>
        {
            scheduler.Observe(Change(TrialChangeKind.Measured, trial, value));
            scheduler.Observe(Change(TrialChangeKind.Paused, trial, value));
        };
        return scheduler;
    }

    private static TrialChange Change(TrialChangeKind kind, int trial, double value) => new(
        kind, new TrialNumber(trial), default, new Resource(1), value, true, null);

    private static IEnumerable<int[]> Permutations(int[] items)
    {
        if (items.Length <= 1)
            return [items];
        return items.SelectMany(first =>
            Permutations([.. items.Where(item => item != first)])
                .Select(rest => (int[])[first, .. rest]));
    }
}
