namespace ActorTune.TestKit.Cluster;

/// <summary>A bounded number of seeds; bench runs ten thousand of them.</summary>
public sealed class ClusterSpecTests
{
    [Theory]
    [InlineData("asha", 2, 2)]
    [InlineData("asha", 1, 1)]
    [InlineData("successive-halving", 2, 2)]
    [InlineData("median", 3, 1)]
    [InlineData("pbt", 2, 2)]
    public void No_rule_is_broken_whatever_goes_wrong(string scheduler, int workers, int slots) =>
        Sweeps.Of(scheduler, workers, slots).Run(first: 1, count: 60);

    // Which programs end where follows from their trials' seeds: whatever goes wrong, a strict
    // study decides alike.
    [Fact]
    public void A_strict_study_decides_alike_although_programs_return_by_themselves()
    {
        StudySpecification study = Sweeps.Of("asha").Specification;
        new ClusterSpec
        {
            Specification = study with
            {
                Strict = new StrictMode(4),
                Failures = study.Failures with { LostWorkerRetries = 1000, HangRetries = 1000 },
            },
            Curve = (launch, resource) => launch.Configuration["x"].AsDouble() + 1.0 / resource,
            Length = launch => launch.Seed % 2 == 0 ? 1 + (long)(launch.Seed / 2 % 4) : null,
        }.Run(first: 1, count: 40);
    }

    [Fact]
    public void The_same_seed_draws_the_same_plan()
    {
        ClusterSize size = Sweeps.Of("asha").Measure();

        Assert.Equal(
            FaultPlan.Draw(17, 6, size, 2).ToString(), FaultPlan.Draw(17, 6, size, 2).ToString());
        Assert.NotEqual(
            FaultPlan.Draw(17, 6, size, 2).ToString(), FaultPlan.Draw(18, 6, size, 2).ToString());
    }

    [Fact]
    public void A_plan_is_read_as_it_is_written()
    {
        const string Text =
            "end@2:3 drop@3 delay@7:12 part-worker@20:1 jump-clock@9:-30 stop-all@40";

        Assert.Equal(Text, FaultPlan.Parse(Text).ToString());
        Assert.Throws<FormatException>(() => FaultPlan.Parse("lightning@3"));
    }

    [Fact]
    public void A_plan_shrinks_to_what_is_needed()
    {
        FaultPlan plan = FaultPlan.Parse("drop@1 hang@2 drop@3 crash-study@4 drop@5");

        FaultPlan shortest = plan.Shrink(one =>
            one.ToString().Contains("hang") && one.ToString().Contains("crash-study"));

        Assert.Equal("hang@2 crash-study@4", shortest.ToString());
    }
}
