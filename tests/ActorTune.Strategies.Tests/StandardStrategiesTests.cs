namespace ActorTune.Strategies;

public sealed class StandardStrategiesTests
{
    [Fact]
    public void The_published_names_are_these()
    {
        Assert.Equal(
            [
                "auto", "blendsearch", "bohb", "cfo", "cma-es", "dehb", "forest", "gp", "grid",
                "halton", "nsga-ii", "nsga-iii", "random", "regularized-evolution", "sobol", "tpe",
            ],
            StandardStrategies.SamplerNames);
        Assert.Equal(
            [
                "asha", "cost-asha", "extrapolation", "hyperband", "median", "mo-asha",
                "pasha", "patient", "pb2", "pbt", "percentile", "run-to-completion",
                "successive-halving", "threshold", "wilcoxon",
            ],
            StandardStrategies.SchedulerNames);
    }

    [Fact]
    public void Check_ManyMistakes_ReportsAllAtOnce()
    {
        IReadOnlyList<Problem> problems = StandardStrategies.Instance.Check(Specifications.Of(
            "asha rule=top-k reduction-factor=1 min-resource=100 tempo=3",
            81,
            sampler: "simplex"));

        Assert.Equal(
            [
                "sampler: there is no 'simplex'; there are "
                    + string.Join(", ", StandardStrategies.SamplerNames),
                "scheduler.asha.rule: 'top-k' decides only under type = stopping; set that, or "
                    + "leave the rule out",
                "scheduler.asha.reduction-factor: must lie between 2 and 2147483647, got 1",
                "scheduler.asha.min-resource: must not be above max-resource 81, got 100",
                "scheduler.asha.tempo: is not an option of 'asha'; it has type, rule, "
                    + "max-resource, min-resource, reduction-factor",
            ],
            problems.Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData("asha")]
    [InlineData("cost-asha")]
    [InlineData("extrapolation")]
    [InlineData("hyperband")]
    [InlineData("mo-asha")]
    [InlineData("pasha")]
    [InlineData("successive-halving")]
    public void Check_NoMaxResource_IsRefusedByHalvingRules(string scheduler)
    {
        Problem problem = Assert.Single(
            StandardStrategies.Instance.Check(Specifications.Of(scheduler)));

        Assert.Equal($"scheduler.{scheduler}.max-resource", problem.Path);
    }

    [Theory]
    [InlineData("hyperband reduction-factor=2", "min-resource")]
    [InlineData("successive-halving reduction-factor=2", "configurations")]
    public void Check_MoreTrialsThanAStudyCanNumber_IsRefused(string scheduler, string option)
    {
        Problem problem = Assert.Single(
            StandardStrategies.Instance.Check(Specifications.Of(scheduler, long.MaxValue)));

        Assert.EndsWith(option, problem.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, true, "run-to-completion")]
    [InlineData(81L, true, "asha(type=promotion, reduction-factor=3)")]
    [InlineData(81L, false, "asha(type=stopping, reduction-factor=3)")]
    public void Defaults_fit_the_program_and_say_why(long? max, bool resumes, string expected)
    {
        StrategyDefault chosen = StandardStrategies.DefaultScheduler(
            max is { } units ? new Resource(units) : null, resumes);

        Assert.Equal(expected, chosen.Options.ToString());
        Assert.NotEmpty(chosen.Reason);
        Assert.Empty(StandardStrategies.Instance.Check(
            Specifications.Of("random", max) with { Scheduler = chosen.Options }));
    }

    [Fact]
    public void The_default_sampler_is_tpe_and_says_how()
    {
        StrategyDefault plain = StandardStrategies.DefaultSampler(
            new SearchSpace([new BooleanParameter("b")]));
        StrategyDefault conditional = StandardStrategies.DefaultSampler(new SearchSpace(
        [
            new BooleanParameter("b"),
            new FloatParameter("x", 0, 1)
            {
                When = [Condition.OneOf("b", ParameterValue.Of(true))],
            },
        ]));

        Assert.Equal("tpe", plain.Options.ToString());
        Assert.Equal("tpe", conditional.Options.ToString());
        Assert.EndsWith("in one density", plain.Reason, StringComparison.Ordinal);
        Assert.Contains("active together", conditional.Reason, StringComparison.Ordinal);
    }
}
