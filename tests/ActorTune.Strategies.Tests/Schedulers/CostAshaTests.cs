using ActorTune.Strategies.Notation;

namespace ActorTune.Strategies.Schedulers;

public sealed class CostAshaTests
{
    [Fact]
    public void The_best_are_promoted_whose_costs_stay_within_a_third_of_all()
    {
        Schedule schedule = new Schedule("cost-asha", 9).Started(6);

        // Costs, best first: 10 15 10 50, in all 85: 10 + 15 are within a third, 35 are not.
        Assert.Equal(
            "pause 0, pause 1, wait, pause 2, pause 3, promote 0@3, promote 1@3, wait",
            schedule.Run(
                "0:1@1~10 1:2@1~15 promote 2:3@1~10 3:4@1~50 promote promote promote"));
        Assert.Equal("1:2/4 3:0/0 9:0/0", schedule.Rungs());
    }

    [Fact]
    public void An_expensive_best_trial_waits_until_the_others_have_paid_for_it()
    {
        Schedule schedule = new Schedule("cost-asha", 9).Started(6);

        Assert.Equal(
            "pause 0, pause 1, pause 2, pause 3, wait, pause 4, promote 0@3",
            schedule.Run("0:1@1~40 1:2@1~20 2:3@1~20 3:4@1~20 promote 4:5@1~20 promote"));
    }

    [Fact]
    public void Failures_cost_what_they_took()
    {
        Schedule schedule = new Schedule("cost-asha", 9).Started(3);

        Assert.Equal(
            "pause 0, fail 1, wait, fail 2, promote 0@3",
            schedule.Run("0:1@1~10 1!~19.9 promote 2!~0.1 promote"));
    }

    [Fact]
    public void A_better_expensive_newcomer_takes_the_place_of_cheap_ones()
    {
        Schedule schedule = new Schedule("cost-asha", 9).Started(9);
        schedule.Run("0:5@1~1 1:6@1~1 2:7@1~10 3:0@1~5");

        // In all 17: the new best costs 5 of the 5.67 that a third is.
        Assert.Equal("promote 3@3, wait", schedule.Run("promote promote"));
    }

    [Fact]
    public void Without_measured_seconds_it_is_asha() => Same(_ => 0);

    [Fact]
    public void With_equal_seconds_it_is_asha() => Same(_ => 37.25);

    [Fact]
    public void Promotions_are_those_of_the_definition_over_sorted_lists()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var chance = new System.Random(seed);
            Schedule schedule = new Schedule("cost-asha", 3).Started(40);
            var entries = new List<(int Value, int Trial, int Cost)>();
            var promoted = new HashSet<int>();
            for (int trial = 0; trial < 40; trial++)
            {
                entries.Add((chance.Next(15), trial, chance.Next(1, 30)));
                entries.Sort();
                (int value, _, int cost) = entries.Single(entry => entry.Trial == trial);
                schedule.Run($"{trial}:{value}@1~{cost}");
                foreach (int best in Within(entries).Where(promoted.Add))
                    Assert.Equal($"promote {best}@3", schedule.Run("promote"));

                Assert.Equal("wait", schedule.Run("promote"));
            }
        }
    }

    private static IEnumerable<int> Within(List<(int Value, int Trial, int Cost)> entries)
    {
        int spent = 0;
        return entries.TakeWhile(entry =>
            (spent += entry.Cost) * 3 <= entries.Sum(other => other.Cost))
            .Select(entry => entry.Trial);
    }

    private static void Same(Func<int, double> seconds)
    {
        var chance = new System.Random(4);
        Schedule one = new Schedule("cost-asha", 9).Started(60);
        Schedule other = new Schedule("asha", 9).Started(60);
        foreach (int trial in Enumerable.Range(0, 60).OrderBy(_ => chance.Next()))
        {
            string cost = seconds(trial).ToString(CultureInfo.InvariantCulture);
            string word = chance.Next(6) == 0
                ? $"{trial}!~{cost}"
                : $"{trial}:{chance.Next(20)}@{1 + chance.Next(4)}~{cost}";
            Assert.Equal(other.Run(word + " promote"), one.Run(word + " promote"));
        }
    }
}
