using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers;

public sealed class RungLevelsTests
{
    [Theory]
    [InlineData(1, 243, 3, 5, "1 3 9 27 81 243", "1 3 9 27 81 243")]
    [InlineData(1, 1000, 10, 3, "1 10 100 1000", "1 10 100 1000")]
    [InlineData(1, 50, 3, 3, "1 3 9 27 50", "2 6 17 50")]
    [InlineData(1, 100, 3, 4, "1 3 9 27 81 100", "1 4 11 33 100")]
    [InlineData(2, 50, 4, 2, "2 8 32 50", "3 13 50")]
    [InlineData(1, 1, 3, 0, "1", "1")]
    public void Levels_follow_the_published_rules_in_whole_numbers(
        long min, long max, int factor, int most, string asha, string halving)
    {
        Assert.Equal(most, RungLevels.MaxRungs(min, max, factor));
        Assert.Equal(asha, string.Join(" ", RungLevels.Asha(min, max, factor)));
        Assert.Equal(halving, string.Join(" ", RungLevels.Halving(min, max, factor, most)));
    }

    [Theory]
    [InlineData(0, "5", "81")]
    [InlineData(1, "8 2", "27 81")]
    [InlineData(2, "15 5 1", "9 27 81")]
    [InlineData(3, "34 11 3 1", "3 9 27 81")]
    [InlineData(4, "81 27 9 3 1", "1 3 9 27 81")]
    public void Hyperband_has_the_brackets_of_the_paper_for_81_and_3(
        int bracket, string sizes, string levels)
    {
        BracketPlan plan = BracketPlan.OfHyperband(1, 81, 3, bracket)!;

        Assert.Equal(sizes, string.Join(" ", plan.Sizes));
        Assert.Equal(levels, string.Join(" ", plan.Levels));
    }

    [Theory]
    [InlineData(1, 243, 3, "243 98 41 18 9 6")]
    [InlineData(1, 1000, 10, "1000 134 20 4")]
    [InlineData(1, 50, 3, "27 12 6 4")]
    [InlineData(1, 100, 3, "81 34 15 8 5")]
    [InlineData(2, 50, 4, "16 6 3")]
    public void Hyperband_bottom_rungs_are_rounded_up_in_whole_numbers(
        long min, long max, int factor, string sizes)
    {
        int most = RungLevels.MaxRungs(min, max, factor);
        IEnumerable<int> bottoms = Enumerable.Range(0, most + 1).Reverse()
            .Select(s => BracketPlan.OfHyperband(min, max, factor, s)!.Sizes[0]);

        Assert.Equal(sizes, string.Join(" ", bottoms));
    }

    [Theory]
    [InlineData(27, "27 9 3 1", "3 9 27 81")]
    [InlineData(10, "10 3 1", "9 27 81")]
    [InlineData(2, "2", "81")]
    [InlineData(100, "100 33 11 3 1", "1 3 9 27 81")]
    public void Fewer_trials_have_fewer_rungs_so_that_one_comes_to_the_end(
        int trials, string sizes, string levels)
    {
        BracketPlan plan = BracketPlan.OfTrials(1, 81, 3, trials)!;

        Assert.Equal(sizes, string.Join(" ", plan.Sizes));
        Assert.Equal(levels, string.Join(" ", plan.Levels));
    }

    [Fact]
    public void OfHyperband_MoreTrialsThanAStudyCanNumber_IsNull() =>
        Assert.Null(BracketPlan.OfHyperband(1, long.MaxValue, 2, 62));
}
