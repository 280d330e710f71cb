namespace ActorTune.Strategies.MultiObjective;

public sealed class ParetoFrontTests
{
    [Fact]
    public void Fronts_are_peeled_off_one_after_the_other() => Assert.Equal(
        [0, 0, 1, 2, 0, 1],
        ParetoFront.Ranks(
            [[1, 5], [2, 3], [2, 4], [3, 5], [4, 1], [4, 2]]));

    [Fact]
    public void Equal_points_do_not_dominate_each_other() => Assert.Equal(
        [0, 2],
        ParetoFront.Indices([[1, 2, 3], [1, 2, 4], [1, 2, 3]]));

    [Fact]
    public void One_objective_is_a_ranking_of_its_values() => Assert.Equal(
        [1, 0, 2, 1], ParetoFront.Ranks([[2], [1], [3], [2]]));

    [Fact]
    public void Infinite_objectives_are_compared_like_others() => Assert.Equal(
        [0, 0, 1],
        ParetoFront.Ranks(
            [[double.NegativeInfinity, 1], [0, 0], [double.PositiveInfinity, 1]]));

    [Fact]
    public void No_points_have_no_fronts() => Assert.Empty(ParetoFront.Ranks([]));

    [Fact]
    public void Points_that_cannot_be_compared_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ParetoFront.Ranks([[1, 2], [1]]));
        Assert.Throws<ArgumentException>(() => ParetoFront.Ranks([[1, double.NaN]]));
        Assert.Throws<ArgumentException>(() => ParetoFront.Ranks([[]]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void The_fronts_are_those_of_the_definition(int objectives)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            double[][] points = Points.Random(seed, 60, objectives, seed % 2 == 0 ? 5 : 1000);

            Assert.Equal(Peeled(points), ParetoFront.Ranks(points));
        }
    }

    // A point's front is one more than the last front of those that dominate it.
    private static int[] Peeled(double[][] points)
    {
        var ranks = new int[points.Length];
        Array.Fill(ranks, -1);
        for (int rank = 0; ranks.Contains(-1); rank++)
        {
            int[] left = [.. Enumerable.Range(0, points.Length).Where(i => ranks[i] < 0)];
            foreach (int i in left)
            {
                if (!left.Any(other => Domination.Dominates(points[other], points[i])))
                    ranks[i] = rank;
            }
        }

        return ranks;
    }
}
