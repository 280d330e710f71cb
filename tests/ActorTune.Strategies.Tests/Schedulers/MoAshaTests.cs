using ActorTune.Strategies.Notation;
using ActorTune.Strategies.Schedulers.MoAsha;

namespace ActorTune.Strategies.Schedulers;

public sealed class MoAshaTests
{
    [Fact]
    public void The_best_front_is_promoted_from_its_ends_inwards()
    {
        Schedule schedule = Of("mo-asha").Started(9);

        // Front: 1;9 2;8 5;5 9;1. First the best in objective one, then always the farthest.
        Assert.Equal(
            "promote 0@3, promote 2@3, wait, promote 1@3",
            Answers(schedule.Run(
                "0:1;9@1 1:5;5@1 2:9;1@1 3:2;8@1 4:6;6@1 5:10;10@1 promote promote promote "
                + "6:20;20@1 7:20;20@1 8:20;20@1 promote")));
    }

    [Fact]
    public void Units_of_the_objectives_do_not_matter()
    {
        Schedule schedule = Of("mo-asha").Started(9);

        Assert.Equal(
            "promote 0@3, promote 2@3, wait, promote 1@3",
            Answers(schedule.Run(
                "0:1;9000@1 1:5;5000@1 2:9;1000@1 3:2;8000@1 4:6;6000@1 5:10;10000@1 promote "
                + "promote promote 6:20;20000@1 7:20;20000@1 8:20;20000@1 promote")));
    }

    [Fact]
    public void Each_objective_has_its_own_direction()
    {
        Schedule schedule = Of("mo-asha", Direction.Minimize, Direction.Maximize).Started(3);

        // Small in the first and large in the second: trial 1 dominates.
        Assert.Equal(
            "promote 1@3, wait", Answers(schedule.Run("0:2;5@1 1:1;9@1 2:1;5@1 promote promote")));
    }

    [Fact]
    public void On_arrival_only_the_best_of_the_front_go_on()
    {
        Schedule schedule = Of("mo-asha type=stopping").Started(7);

        // Of one to five values one is kept, of six two. Trial 1 is level with the kept one,
        // trial 3 dominates it, trial 5 is the far end of the front of the sixth.
        Assert.Equal(
            "continue 0@3, continue 1@3, stop 2, continue 3@3, stop 4, continue 5@3, stop 6",
            schedule.Run("0:2;8@1 1:2;8@1 2:5;5@1 3:1;7@1 4:4;6@1 5:9;1@1 6:10;10@1"));
    }

    [Theory]
    [InlineData("mo-asha", "asha", Direction.Minimize)]
    [InlineData("mo-asha", "asha", Direction.Maximize)]
    [InlineData("mo-asha type=stopping", "asha type=stopping rule=top-k", Direction.Minimize)]
    public void With_one_objective_it_is_asha(string rule, string asha, Direction direction)
    {
        var chance = new System.Random(4);
        Schedule one = new Schedule(rule, 9, direction).Started(60);
        Schedule other = new Schedule(asha, 9, direction).Started(60);
        foreach (int trial in Enumerable.Range(0, 60).OrderBy(_ => chance.Next()))
        {
            string word = chance.Next(6) == 0
                ? $"{trial}!"
                : $"{trial}:{chance.Next(20)}@{1 + chance.Next(4)}";
            Assert.Equal(other.Run(word + " promote"), one.Run(word + " promote"));
        }

        Assert.Equal(
            other.Scheduler.Explain(default, 0).Select(entry => entry.Trial),
            one.Scheduler.Explain(default, 0).Select(entry => entry.Trial));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Fronts_are_those_of_the_definition_in_any_order_of_arrival(int objectives)
    {
        var chance = new System.Random(8);
        for (int repeat = 0; repeat < 20; repeat++)
        {
            var order = new ParetoOrder();
            double[][] points =
            [
                .. Enumerable.Range(0, 60).Select(_ => Enumerable.Range(0, objectives)
                    .Select(_ => (double)chance.Next(12)).ToArray()),
            ];
            for (int i = 0; i < points.Length; i++)
            {
                order.Add(new ParetoEntry(i, points[i]));
                order.Insert(i, _ => false);
            }

            Assert.Equal(
                Fronts(points),
                order.Fronts.Select(front => string.Join(" ", front.Members.Order())));
        }
    }

    [Fact]
    public void A_cancelled_trial_gives_its_front_back()
    {
        Schedule schedule = Of("mo-asha").Started(7);

        Assert.Equal(
            "promote 1@3, wait",
            Answers(schedule.Run("0:1;1@1 1:2;2@1 2:3;3@1 3:4;4@1 0- promote promote")));
    }

    private static string Answers(string answers) => string.Join(
        ", ",
        answers.Split(", ").Where(answer =>
            answer.StartsWith("promote", StringComparison.Ordinal) || answer == "wait"));

    private static Schedule Of(
        string scheduler,
        Direction first = Direction.Minimize,
        Direction second = Direction.Minimize) => new(Specifications.Of(scheduler, 9) with
        {
            Objectives = [new Objective("loss", first), new Objective("time", second)],
        });

    private static IEnumerable<string> Fronts(double[][] points)
    {
        List<int> rest = [.. Enumerable.Range(0, points.Length)];
        while (rest.Count > 0)
        {
            List<int> front =
                [.. rest.Where(i => !rest.Any(j => Dominates(points[j], points[i])))];
            yield return string.Join(" ", front);
            rest.RemoveAll(front.Contains);
        }
    }

    private static bool Dominates(double[] left, double[] right) =>
        left.Zip(right).All(pair => pair.First <= pair.Second)
            && left.Zip(right).Any(pair => pair.First < pair.Second);
}
