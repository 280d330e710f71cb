namespace ActorTune.Strategies.Samplers.BlendSearch;

public sealed class SearchProgressTests
{
    // Costs 2, 3, 4, 5 for the values 10, 7, 8, 6.
    private static readonly SearchProgress Four = new SearchProgress()
        .With(2, 10, 1).With(3, 7, 1).With(4, 8, 1).With(5, 6, 1);

    [Fact]
    public void Its_best_values_are_kept_with_the_costs_at_which_they_were_found()
    {
        Assert.Equal(
            (14.0, 6.0, 14.0, 7.0, 5.0),
            (Four.Cost, Four.Best, Four.BestCost, Four.Second, Four.SecondCost));

        // From 7 to 6 for all that it has cost since the 7 was found.
        Assert.Equal(1.0 / 9, Four.Speed, 15);
    }

    [Fact]
    public void The_first_value_is_no_improvement()
    {
        SearchProgress first = new SearchProgress().With(2, 10, 1);

        Assert.Equal((10.0, 10.0, 0.0), (first.Best, first.Second, first.Speed));
        Assert.Equal(0, new SearchProgress().With(2, null, 1).Speed);
        Assert.Equal(2, new SearchProgress().With(2, null, 1).Cost);
    }

    [Fact]
    public void What_does_not_improve_slows_it_down_and_those_on_the_way_share_its_speed()
    {
        Assert.Equal(1.0 / 10, Four.With(1, 6, 1).Speed, 15);
        Assert.Equal(1.0 / 10, Four.With(1, null, 1).Speed, 15);
        Assert.Equal(1.0 / 30, Four.With(1, 9, 3).Speed, 15);
    }

    [Fact]
    public void The_cost_of_improving_is_what_it_took_or_what_it_needs_at_its_speed()
    {
        // The last improvement took 14 - 5; one of twice 6 - 5 at a speed of 1/9 takes 18.
        Assert.Equal(9, Four.CostOfImprovement(6), 12);
        Assert.Equal(18, Four.CostOfImprovement(5), 12);

        // It has waited for 20 since.
        Assert.Equal(20, Four.With(20, 8, 1).CostOfImprovement(6), 12);
    }

    [Fact]
    public void Who_has_a_speed_of_its_own_keeps_it()
    {
        Assert.Equal(5, SearchProgress.Begin(2, 10).Given(5).Speed);
        Assert.Equal(Four, Four.Given(5));
    }
}
