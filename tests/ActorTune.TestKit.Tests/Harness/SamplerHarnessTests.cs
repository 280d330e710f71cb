namespace ActorTune.TestKit.Harness;

public sealed class SamplerHarnessTests
{
    private static readonly StudySpecification Study =
        OwnStudies.Of() with { Scheduler = new StrategyOptions("run-to-completion") };

    [Fact]
    public void A_sampler_is_driven_trial_by_trial()
    {
        var harness = new SamplerHarness(Study);

        IReadOnlyList<double> values = harness.Run(5, one => one["x"].AsDouble());
        harness.Start();
        harness.Fail(5);

        Assert.Equal(5, values.Distinct().Count());
        Assert.Equal(6, harness.Configurations.Count);
    }

    [Fact]
    public void A_grid_is_exhausted_and_a_demand_says_what_came()
    {
        var grid = new StrategyOptions("grid").With("points", ParameterValue.Of(2L));
        var harness = new SamplerHarness(Study with { Sampler = grid });
        harness.Run(2, one => one["x"].AsDouble());

        harness.ShouldBeExhausted();
        SpecException found = Assert.Throws<SpecException>(() => harness.ShouldWait());
        Assert.StartsWith("Trial 2: expected wait, got Exhausted", found.Message);
    }
}
