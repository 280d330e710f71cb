using ActorTune.Strategies.Samplers.History;
using static ActorTune.Strategies.Samplers.Tpe.TpeStudies;

namespace ActorTune.Strategies.Samplers.Tpe;

public sealed class TpeSamplerTests
{
    [Theory]
    [InlineData("tpe startup-trials=4", 4)]
    [InlineData("tpe", 10)]
    public void It_begins_as_random_does_and_goes_on_as_sobol_until_enough_trials_are_observed(
        string tpe, int startup)
    {
        SamplerTrials trials = On(Tree, tpe);
        SamplerTrials random = On(Tree, "random");
        SamplerTrials sobol = On(Tree, "sobol");
        for (int trial = 0; trial < 30; trial++)
        {
            Assert.Equal(
                trial < startup ? random.Suggest(trial) : sobol.Suggest(trial - startup),
                trials.Suggest(trial));
            trials.Start(trial, trials.Suggest(trial));
        }

        for (int trial = 0; trial < startup; trial++)
        {
            Assert.Equal(sobol.Suggest(40 - startup), trials.Suggest(40));
            trials.Measure(trial, trial);
        }

        Assert.NotEqual(sobol.Suggest(40 - startup), trials.Suggest(40));
    }

    [Fact]
    public void Trials_that_all_failed_teach_it_nothing()
    {
        SamplerTrials trials = On(Plain, "tpe startup-trials=2");
        for (int trial = 0; trial < 5; trial++)
        {
            trials.Start(trial, trials.Suggest(trial));
            trials.End(trial, TrialChangeKind.Failed);
        }

        Assert.Equal(On(Plain, "sobol").Suggest(3), trials.Suggest(5));
    }

    [Fact]
    public void The_higher_rung_is_good_before_the_better_value()
    {
        TrialHistory history = Histories.Of(
            Plain,
            [(0, 5.0, 3L), (1, 1.0, 1L), (2, 7.0, 3L), (3, 0.5, 1L), (4, 2.0, 1L)]);

        Assert.Equal([0], Good(history, new TpeOptions { MostGood = 1 }));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    [InlineData(250, 25)]
    [InlineData(1000, 25)]
    public void A_tenth_is_good_but_no_more_than_25(int observed, int good) =>
        Assert.Equal(good, new TpeOptions().GoodCount(observed));

    [Theory]
    [InlineData("tpe")]
    [InlineData("tpe multivariate=false")]
    [InlineData("tpe bandwidth=scott")]
    public void It_beats_random(string tpe)
    {
        double[] best = Best(tpe);
        double[] random = Best("random");

        Assert.True(
            best.Zip(random).Count(pair => pair.First < pair.Second) >= 8,
            string.Join(' ', best.Zip(random)));

        static double[] Best(string sampler) => [.. Enumerable.Range(0, 10).Select(seed =>
            On(Plain, sampler, (ulong)seed).Minimise(60, Bowl))];
    }

    [Fact]
    public void Constraints_are_kept()
    {
        var space = new SearchSpace(
            [new FloatParameter("x", 0, 1), new FloatParameter("y", 0, 1)],
            inequalities: [new Inequality("x", "y")]);
        SamplerTrials trials = On(space, "tpe");

        double best = trials.Minimise(60, configuration =>
        {
            Assert.True(space.Allows(configuration));
            return configuration["y"].AsDouble() - configuration["x"].AsDouble();
        });

        Assert.InRange(best, 0, 0.01);
    }

    [Fact]
    public void Check_GroupsWithoutOneDensity_IsRefused()
    {
        Problem problem = Assert.Single(StandardStrategies.Instance.Check(Specifications.Of(
            "run-to-completion", sampler: "tpe multivariate=false grouped=true")));

        Assert.Equal("sampler.tpe.grouped", problem.Path);
    }

    private static int[] Good(TrialHistory history, TpeOptions options) =>
        [.. GoodTrials.Of(history, options).Select(trial => trial.Number)];
}
