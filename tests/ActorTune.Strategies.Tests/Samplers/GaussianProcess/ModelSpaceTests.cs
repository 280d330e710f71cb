namespace ActorTune.Strategies.Samplers.GaussianProcess;

public sealed class ModelSpaceTests
{
    [Fact]
    public void A_flat_space_is_one_group()
    {
        var space = new ModelSpace(new SearchSpace(
        [
            new FloatParameter("a", 0, 1),
            new ConstantParameter("b", ParameterValue.Of(1)),
            new BooleanParameter("c"),
        ]));

        ModelGroup group = Assert.Single(space.Groups);
        Assert.Equal([0, 1], group.Members);
        Assert.Equal(["a", "c"], space.Parameters.Select(p => p.Parameter.Name));
    }

    [Fact]
    public void A_group_has_what_is_active_wherever_it_is()
    {
        var space = new ModelSpace(Trees.Branches);

        Assert.Equal(
            [
                "model",
                "model c kernel",
                "model c kernel degree",
                "model depth",
                "model rate layers units",
                "model rate layers units dropout",
            ],
            space.Groups.Select(group => string.Join(
                " ", group.Members.Select(p => space.Parameters[p].Parameter.Name))));
    }

    [Fact]
    public void What_is_active_is_what_the_configuration_has()
    {
        var space = new ModelSpace(Trees.Branches);
        foreach (ModelPoint point in Trees.Draw(space, 200, 3))
        {
            Configuration configuration = Trees.Branches.Decode(point.Units);
            for (int i = 0; i < point.IsActive.Length; i++)
                Assert.Equal(
                    configuration.Contains(Trees.Branches.Parameters[i].Name), point.IsActive[i]);
            Assert.Equal(
                point.Groups, space.Settle(Trees.Branches.Encode(configuration)).Groups);
        }
    }

    [Fact]
    public void Numbers_are_rounded_to_the_middles_of_cells()
    {
        var space = new ModelSpace(new SearchSpace(
        [
            new IntegerParameter("a", 1, 4),
            new FloatParameter("b", 0, 1) { Step = 0.5 },
            new CategoricalParameter("c", "x", "y"),
        ]));

        Assert.Equal(
            [0.375, 0.5, 0.75], space.Settle([0.49, 0.34, 0.5]).Units, Within(1e-15));
    }

    private static Func<double, double, bool> Within(double most) =>
        (left, right) => Math.Abs(left - right) <= most;
}
