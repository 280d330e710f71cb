using ActorTune.TestKit;
using ActorTune.TestKit.Strategies;

namespace ActorTune.Strategies.Conformance;

public sealed class ConformanceTests
{
    private static readonly string[] Schedulers =
    [
        "asha",
        "asha type=stopping",
        "asha type=stopping rule=quantile-of-earlier",
        "asha type=stopping rule=share-better",
        "asha type=stopping rule=top-k min-resource=2 reduction-factor=2",
        "hyperband",
        "hyperband mode=synchronous",
        "successive-halving",
        "successive-halving configurations=5 reduction-factor=2",
        "median startup-trials=2",
        "run-to-completion",
    ];

    private static readonly string[] Samplers =
    [
        "bohb",
        "bohb min-points=12 top-percent=50 samples=5 random-fraction=0",
        "random",
        "grid points=3",
        "grid points=3 shuffle=true",
        "tpe",
        "tpe startup-trials=3 multivariate=false",
        "tpe startup-trials=3 grouped=false constant-liar=false",
        "tpe startup-trials=3 bandwidth=scott candidates=5 prior-weight=2",
    ];

    public static TheoryData<string, string> SchedulerCases()
    {
        var cases = new TheoryData<string, string>();
        foreach (string scheduler in Schedulers)
        {
            foreach (SpecCase spec in SchedulerSpec(scheduler).Cases)
                cases.Add(scheduler, spec.Name);
        }

        return cases;
    }

    public static TheoryData<string, string> SamplerCases()
    {
        var cases = new TheoryData<string, string>();
        foreach (string sampler in Samplers)
        {
            foreach (SpecCase spec in Spec(sampler).Cases)
                cases.Add(sampler, spec.Name);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(SchedulerCases))]
    public void Every_trial_scheduler_keeps_to_the_contract(string scheduler, string name) =>
        SchedulerSpec(scheduler).Cases.Single(spec => spec.Name == name).Run();

    [Theory]
    [MemberData(nameof(SamplerCases))]
    public void Every_sampler_keeps_to_the_contract(string sampler, string name) =>
        Spec(sampler).Cases.Single(spec => spec.Name == name).Run();

    [Theory]
    [InlineData("median startup-trials=2")]
    [InlineData("run-to-completion")]
    public void Rules_without_rungs_need_no_maximum_resource(string scheduler) =>
        Assert.All(
            new TrialSchedulerSpec(
                StandardStrategies.Instance, Specifications.Of(scheduler)).Cases,
            spec => spec.Run());

    [Fact]
    public void The_suite_catches_a_scheduler_that_promotes_whom_it_should_not()
    {
        var suite = new TrialSchedulerSpec(
            new BrokenCatalog(), Specifications.Of("asha", 9));

        Assert.Throws<SpecException>(suite.Cases[0].Run);
    }

    [Fact]
    public void Every_registered_strategy_is_tried()
    {
        Assert.Equal(
            StandardStrategies.SchedulerNames, Schedulers.Select(Name).Distinct().Order());
        Assert.Equal(StandardStrategies.SamplerNames, Samplers.Select(Name).Distinct().Order());
    }

    private static string Name(string options) => options.Split(' ')[0];

    private static TrialSchedulerSpec SchedulerSpec(string scheduler) => new(
        StandardStrategies.Instance, Specifications.Of(scheduler, 9));

    private static SamplerSpec Spec(string sampler) => new(
        StandardStrategies.Instance, Specifications.Of("run-to-completion", sampler: sampler))
    {
        IsIndependent = Name(sampler) == "random",
    };
}
