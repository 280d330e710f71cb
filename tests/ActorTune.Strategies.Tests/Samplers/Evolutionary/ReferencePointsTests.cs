namespace ActorTune.Strategies.Samplers.Evolutionary;

public sealed class ReferencePointsTests
{
    [Theory]
    // Deb and Jain 2014, part I, table I.
    [InlineData(3, 12, 0, 91)]
    [InlineData(5, 6, 0, 210)]
    [InlineData(8, 3, 2, 156)]
    [InlineData(10, 3, 2, 275)]
    [InlineData(15, 2, 1, 135)]
    public void There_are_as_many_as_in_the_paper(
        int objectives, int divisions, int inner, int count)
    {
        double[][] points = ReferencePoints.Of(objectives, divisions, inner);

        Assert.Equal(count, points.Length);
        Assert.Equal(count, points.Select(point => string.Join(" ", point)).Distinct().Count());
        Assert.All(points, point => Assert.Equal(1, point.Sum(), 1e-12));
    }

    [Fact]
    public void Three_objectives_in_four_steps_are_the_figure_of_the_paper() => Assert.Equal(
        15, ReferencePoints.Of(3, 4, 0).Length);

    [Fact]
    public void Two_objectives_are_divided_evenly() => Assert.Equal(
        [[0, 1], [0.5, 0.5], [1, 0]], ReferencePoints.Of(2, 2, 0));

    [Fact]
    public void An_inner_layer_is_half_as_wide() => Assert.Equal(
        [[0, 1], [1, 0], [0.25, 0.75], [0.75, 0.25]], ReferencePoints.Of(2, 1, 1));

    [Theory]
    [InlineData(1, 50, 1)]
    [InlineData(2, 50, 49)]
    [InlineData(3, 50, 8)]
    [InlineData(3, 91, 12)]
    [InlineData(10, 50, 1)]
    [InlineData(60, 50, 1)]
    public void The_default_gives_each_member_a_direction(
        int objectives, int population, int divisions) =>
        Assert.Equal(divisions, ReferencePoints.DivisionsFor(objectives, population));

    [Fact]
    public void Counts_do_not_overflow() => Assert.Equal(
        ReferencePoints.MaxPoints + 1L, ReferencePoints.Count(30, int.MaxValue));
}
