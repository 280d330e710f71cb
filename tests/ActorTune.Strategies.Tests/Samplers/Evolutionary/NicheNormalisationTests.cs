using ActorTune.Strategies.Numerics;

namespace ActorTune.Strategies.Samplers.Evolutionary;

public sealed class NicheNormalisationTests
{
    [Fact]
    public void The_extreme_points_come_to_one_on_their_axes() => Assert.Equal(
        [[0, 1], [1, 0], [0.5, 0.25]],
        NicheNormalisation.Of([[2, 14], [10, 10], [6, 11]]));

    [Fact]
    public void The_plane_through_points_off_the_axes_meets_them_further_out() => Assert.Equal(
        // It is x + y + z = 4.
        [[0.75, 0.25, 0], [0, 0.75, 0.25], [0.25, 0, 0.75]],
        NicheNormalisation.Of([[3, 1, 0], [0, 3, 1], [1, 0, 3]])
            .Select(point => point.Select(value => Math.Round(value, 12))));

    [Fact]
    public void Without_such_a_plane_the_greatest_values_give_the_scale() => Assert.Equal(
        [[0, 0], [1, 1]], NicheNormalisation.Of([[1, 5], [3, 9]]));

    [Fact]
    public void An_objective_without_extent_stays_at_the_origin() => Assert.Equal(
        [[0, 0], [1, 0]], NicheNormalisation.Of([[1, 5], [3, 5]]));

    [Fact]
    public void Systems_of_equations_are_solved()
    {
        Assert.Equal([1, -2, 3], LinearSystem.Solve(
            [[0, 2, 1, -1], [1, 1, 1, 2], [2, 0, -1, -1]])!.Select(x => Math.Round(x, 12)));
        Assert.Null(LinearSystem.Solve([[1, 2, 3], [2, 4, 6]]));
    }
}
