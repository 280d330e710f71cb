using ActorTune.TestKit;
using ActorTune.TestKit.Strategies;

namespace ActorTune.Strategies.Conformance;

public sealed class ConformanceTests
{
    private static readonly string[] Schedulers =
    [
        "asha",
        "asha type=stopping",
        "asha type=stopping rule=quantile",
        "asha type=stopping rule=quantile-of-earlier",
        "asha type=stopping rule=share-better",
        "asha type=stopping rule=top-k min-resource=2 reduction-factor=2",
        "cost-asha",
        "cost-asha reduction-factor=2 min-resource=2",
        "extrapolation",
        "extrapolation p=0.5 min-points=2 startup-trials=1 warmup-steps=2 interval-steps=2",
        "hyperband",
        "hyperband mode=synchronous",
        "successive-halving",
        "successive-halving configurations=5 reduction-factor=2",
        "median startup-trials=2",
        "mo-asha",
        "mo-asha type=stopping reduction-factor=2",
        "pasha",
        "pasha reduction-factor=2",
        "patient startup-trials=2 patience=1",
        "patient wrapped=percentile percentile=30 startup-trials=2 patience=2 min-delta=1",
        "patient wrapped=none patience=0",
        "percentile startup-trials=2",
        "percentile percentile=66.6 startup-trials=2 warmup-steps=2 interval-steps=3",
        "pb2 population=4 interval=1",
        "pb2 population=6 interval=2 quantile=0.5 window=10",
        "pbt population=4 interval=2",
        "pbt population=6 interval=3 quantile=0.5 resample-probability=1",
        "run-to-completion",
        "threshold upper=15",
        "threshold lower=3 upper=25 warmup-steps=2 interval-steps=2",
        "wilcoxon",
        "wilcoxon p=0.4 startup-steps=3",
    ];

    private static readonly string[] Samplers =
    [
        "auto",
        "blendsearch",
        "blendsearch global=random cost=seconds step=0.3 patience=2",
        "bohb",
        "bohb min-points=12 top-percent=50 samples=5 random-fraction=0",
        "cfo",
        "cfo step=0.5 patience=2",
        "cma-es",
        "cma-es population=4 separable=true restarts=bipop",
        "cma-es population=5 separable=false restarts=none learning-rate-adaptation=true",
        "dehb",
        "dehb population=4",
        "forest startup-trials=3 challengers=10 local-searches=1",
        "forest startup-trials=6 challengers=5 trees=2 min-leaf=1 bootstrap=false",
        "gp startup-trials=5 probes=16 local-searches=1",
        "grid points=3",
        "grid points=3 shuffle=true",
        "halton",
        "halton scramble=false",
        "nsga-ii population=4 crossover=sbx mutation=polynomial",
        "nsga-ii population=6",
        "nsga-iii population=5",
        "nsga-iii population=6 divisions=4 inner-divisions=1",
        "random",
        "regularized-evolution population=8 sample=3",
        "sobol",
        "sobol scramble=false",
        "tpe",
        "tpe startup-trials=3 bandwidth=scott candidates=5 prior-weight=2",
        "tpe startup-trials=3 grouped=false constant-liar=false",
        "tpe startup-trials=3 multivariate=false",
    ];

    private static readonly string[] IndependentSamplers = ["halton", "random", "sobol"];

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
    [InlineData("patient startup-trials=2 patience=1")]
    [InlineData("threshold upper=15")]
    [InlineData("wilcoxon p=0.4")]
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
        IsIndependent = IndependentSamplers.Contains(Name(sampler)),
    };
}
