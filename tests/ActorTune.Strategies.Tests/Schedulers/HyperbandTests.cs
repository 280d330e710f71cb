using ActorTune.Strategies.Notation;

namespace ActorTune.Strategies.Schedulers;

public sealed class HyperbandTests
{
    [Fact]
    public void Asynchronous_starts_follow_the_shares_of_the_brackets()
    {
        // R = 9, eta = 3: brackets of 9, 5 and 3, which start at 1, 3 and 9.
        Schedule schedule = new("hyperband", 9);

        Assert.Equal(
            "1 3 1 9 1 3 1 9 1",
            string.Join(
                " ", Enumerable.Range(0, 9).Select(_ => schedule.Run("start").Split('@')[1])));

        // After one whole turn every bracket has exactly its share.
        Schedule turn = new("hyperband", 9);
        int[] starts = [.. Enumerable.Range(0, 17).Select(_ => int.Parse(
            turn.Run("start").Split('@')[1], CultureInfo.InvariantCulture))];
        Assert.Equal(
            [9, 5, 3],
            [.. starts.CountBy(at => at).OrderBy(pair => pair.Key).Select(pair => pair.Value)]);
    }

    [Fact]
    public void Asynchronous_brackets_compare_only_their_own_trials()
    {
        Schedule schedule = new Schedule("hyperband", 9).Started(10);

        // Trials 0 2 4 6 8 are of the bracket from 1; 1 5 9 of the one from 3; 3 runs in full.
        Assert.Equal(
            "pause 1, pause 0, pause 2, pause 4, promote 2@3, complete 3",
            schedule.Run("1:0@3 0:5@1 2:4@1 4:6@1 promote 3:1@9"));

        // The promotion to the higher level comes first.
        Assert.Equal(
            "pause 5, pause 9, pause 6, promote 5@9, wait",
            schedule.Run("5:-1@3 9:2@3 6:5@1 promote promote"));
    }

    [Fact]
    public void Synchronous_brackets_follow_each_other_from_the_most_aggressive_one()
    {
        Schedule schedule = new("hyperband mode=synchronous", 9);
        string[] starts = [.. Enumerable.Range(0, 18).Select(
            _ => schedule.Run("start").Split('@')[1])];

        Assert.Equal("1 1 1 1 1 1 1 1 1 3 3 3 3 3 9 9 9 1", string.Join(" ", starts));
        Assert.Equal(
            "9 3 1 5 1 3 9 3 1",
            string.Join(" ", schedule.Scheduler.Rungs().Select(rung => rung.Capacity)));
    }

    [Fact]
    public void Synchronous_brackets_promote_the_oldest_first()
    {
        Schedule schedule = new Schedule("hyperband mode=synchronous", 3).Started(5);

        // Bracket 0: trials 0 to 2 at 1. Bracket 1: trials 3 and 4 at 3 = R.
        Assert.Equal(
            "pause 0, pause 1, complete 3, pause 2, promote 1@3, complete 1, start 5@1",
            schedule.Run("0:2@1 1:1@1 3:0@3 2:3@1 next 1:1@3 next"));
    }
}
