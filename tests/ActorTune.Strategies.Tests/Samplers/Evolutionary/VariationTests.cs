namespace ActorTune.Strategies.Samplers.Evolutionary;

public sealed class VariationTests
{
    [Theory]
    // Computed from the papers' formulas with another program.
    [InlineData(0.3, 0.6, false, 20, 0.5, 0.3)]
    [InlineData(0.3, 0.6, true, 20, 0.5, 0.6)]
    [InlineData(0.3, 0.6, false, 20, 0.1, 0.311066501095)]
    [InlineData(0.3, 0.6, true, 20, 0.9, 0.611947983585)]
    [InlineData(0.05, 0.1, false, 2, 0.999, 0.001280031723)]
    [InlineData(0.4, 0.4, true, 20, 0.9, 0.4)]
    public void Simulated_binary_crossover_spreads_children_about_their_parents(
        double less, double greater, bool isUpper, double index, double unit, double child) =>
        Assert.Equal(
            child, Variation.SimulatedBinary(less, greater, isUpper, index, unit), 1e-10);

    [Theory]
    [InlineData(0.3, 20, 0.5, 0.3)]
    [InlineData(0.3, 20, 0.1, 0.226321761959)]
    [InlineData(0.3, 20, 0.9, 0.373776673966)]
    [InlineData(0.02, 5, 0.01, 0.000420520682)]
    [InlineData(0, 20, 0.2, 0)]
    [InlineData(1, 20, 0.8, 1)]
    public void Polynomial_mutation_stays_near_and_inside(
        double place, double index, double unit, double child) =>
        Assert.Equal(child, Variation.Polynomial(place, index, unit), 1e-10);
}
