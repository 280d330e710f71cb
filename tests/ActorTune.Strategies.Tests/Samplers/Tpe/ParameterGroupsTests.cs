namespace ActorTune.Strategies.Samplers.Tpe;

public sealed class ParameterGroupsTests
{
    private static readonly SearchSpace Tree = new(
    [
        new IntegerParameter("degree", 2, 5) { When = [On("kernel", "poly")] },
        new CategoricalParameter("model", "svm", "net"),
        new FloatParameter("c", 0, 1) { When = [On("model", "svm")] },
        new CategoricalParameter("kernel", "rbf", "poly") { When = [On("model", "svm")] },
        new IntegerParameter("layers", 1, 2) { When = [On("model", "net")] },
        new IntegerParameter("units-1", 8, 64) { When = [Condition.Between("layers", 1, null)] },
        new IntegerParameter("units-2", 8, 64) { When = [Condition.Between("layers", 2, null)] },
        new BooleanParameter("scale"),
    ]);

    [Fact]
    public void Groups_are_active_together_and_follow_those_they_depend_on() => Assert.Equal(
        ["model scale", "c kernel", "layers units-1", "units-2", "degree"],
        Names(true, true));

    [Fact]
    public void Without_groups_conditional_parameters_are_alone() => Assert.Equal(
        ["model scale", "c", "kernel", "layers", "units-1", "units-2", "degree"],
        Names(true, false));

    [Fact]
    public void Without_one_density_all_are_alone() => Assert.Equal(8, Names(false, true).Length);

    private static Condition On(string parent, string value) =>
        Condition.OneOf(parent, ParameterValue.Of(value));

    private static string[] Names(bool isMultivariate, bool isGrouped) =>
    [
        .. ParameterGroups.Of(Tree, isMultivariate, isGrouped).Select(group => string.Join(
            ' ', group.Members.Select(index => Tree.Parameters[index].Name))),
    ];
}
