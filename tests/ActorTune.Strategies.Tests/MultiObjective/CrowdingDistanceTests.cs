namespace ActorTune.Strategies.MultiObjective;

public sealed class CrowdingDistanceTests
{
    private const double Far = double.PositiveInfinity;

    [Fact]
    public void A_point_has_the_room_between_its_neighbours_in_every_objective() => Assert.Equal(
        [Far, 0.75 + 0.75, 0.75 + 0.5, Far],
        CrowdingDistance.Of([[0, 8], [1, 4], [3, 2], [4, 0]])
            .Select(distance => Math.Round(distance, 12)));

    [Fact]
    public void An_objective_without_extent_says_nothing() => Assert.Equal(
        [Far, 1, Far], CrowdingDistance.Of([[0, 5], [1, 5], [2, 5]]));

    [Fact]
    public void Equal_points_have_no_room() => Assert.Equal(
        [0, 0], CrowdingDistance.Of([[1, 1], [1, 1]]));

    [Fact]
    public void A_front_may_be_empty() => Assert.Empty(CrowdingDistance.Of([]));
}
