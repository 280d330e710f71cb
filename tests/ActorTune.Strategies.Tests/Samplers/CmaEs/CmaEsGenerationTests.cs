using ActorTune.Arithmetic;
using static ActorTune.Strategies.Samplers.CmaEs.CmaFunctions;

namespace ActorTune.Strategies.Samplers.CmaEs;

public sealed class CmaEsGenerationTests
{
    [Fact]
    public void Reloaded_before_every_trial_it_goes_on_alike()
    {
        var kept = new SamplerDriver("cma-es population=5", Mixed);
        var reloaded = new SamplerDriver("cma-es population=5", Mixed);

        kept.Run(40, Tree);
        reloaded.Run(40, Tree, reloads: true);

        Assert.Equal(kept.Started, reloaded.Started);
        Assert.Equal(kept.Save(), reloaded.Save());
    }

    [Fact]
    public void It_never_waits_and_takes_the_first_results_whatever_their_order()
    {
        var forward = new SamplerDriver("cma-es population=4", Plane);
        var backward = new SamplerDriver("cma-es population=4", Plane);
        for (int i = 0; i < 16; i++)
        {
            forward.Start();
            backward.Start();
        }

        for (int i = 0; i < 4; i++)
        {
            forward.End(i, Sphere(forward.Started[i]));
            backward.End(3 - i, Sphere(backward.Started[3 - i]));
        }

        Assert.Equal(16, forward.Started.Distinct().Count());
        Assert.Equal(forward.Ask(), backward.Ask());
        Assert.Equal(forward.Save(), backward.Save());
    }

    [Fact]
    public void Results_of_earlier_generations_move_later_ones()
    {
        var late = new SamplerDriver("cma-es population=4", Plane);
        for (int i = 0; i < 12; i++)
            late.Start();
        for (int i = 0; i < 8; i++)
            late.End(i, Sphere(late.Started[i]));
        Configuration afterTwo = late.Ask();

        for (int i = 8; i < 12; i++)
            late.End(i, Sphere(late.Started[i]));

        Assert.NotEqual(afterTwo, late.Ask());
    }

    [Fact]
    public void A_generation_ends_with_its_last_result_and_not_before()
    {
        var driver = new SamplerDriver("cma-es population=4", Plane);
        Configuration before = driver.Ask(9);
        driver.Run(3, Sphere);
        Assert.Equal(before, driver.Ask(9));

        driver.Run(1, Sphere);

        Assert.NotEqual(before, driver.Ask(9));
    }

    [Fact]
    public void Failed_trials_are_worst_and_cancelled_ones_do_not_count()
    {
        var failed = new SamplerDriver("cma-es population=4", Plane);
        var worst = new SamplerDriver("cma-es population=4", Plane);
        foreach (SamplerDriver driver in new[] { failed, worst })
        {
            for (int i = 0; i < 5; i++)
                driver.Start();
            driver.Tell(TrialChangeKind.Cancelled, 1, 0);
            driver.End(0, 1);
            driver.End(2, 2);
            driver.End(3, 3);
        }

        failed.Tell(TrialChangeKind.Failed, 4, 0);
        worst.End(4, 1e9);

        Assert.Equal(worst.Ask(), failed.Ask());
    }

    [Fact]
    public void A_generation_of_failures_only_is_survived()
    {
        var driver = new SamplerDriver("cma-es population=4", Mixed);
        for (int i = 0; i < 40; i++)
            driver.Tell(TrialChangeKind.Failed, driver.Start(), 0);

        Assert.Empty(Mixed.Check(driver.Ask()));
    }

    [Fact]
    public void A_better_rung_after_its_generation_changes_nothing()
    {
        var driver = new SamplerDriver("cma-es population=4", Plane);
        for (int i = 0; i < 4; i++)
            driver.Tell(TrialChangeKind.Measured, driver.Start(), i);
        Configuration next = driver.Ask();

        driver.Tell(TrialChangeKind.Completed, 2, -5);

        Assert.Equal(next, driver.Ask());
    }

    [Fact]
    public void Draws_of_one_distribution_lie_evenly_in_every_coordinate()
    {
        var driver = new SamplerDriver("cma-es population=8", Plane);

        foreach (string name in new[] { "x0", "x1" })
        {
            IEnumerable<int> eighths = Enumerable.Range(0, 8).Select(trial => (int)(
                8 * PortableMath.NormalCdf(6 * (driver.Ask(trial)[name].AsDouble() - 0.5))));
            Assert.Equal(Enumerable.Range(0, 8), eighths.Order());
        }
    }

    [Fact]
    public void With_many_trials_in_flight_earlier_results_are_ranked_again()
    {
        // The second generation is worse than the first in one study, better in the other.
        SamplerDriver worse = Flying(12, 1, 2, 3, 4, 15, 16, 17, 18);
        SamplerDriver better = Flying(12, 11, 12, 13, 14, 5, 6, 7, 8);
        SamplerDriver worseAlone = Flying(8, 1, 2, 3, 4, 15, 16, 17, 18);
        SamplerDriver betterAlone = Flying(8, 11, 12, 13, 14, 5, 6, 7, 8);

        Assert.NotEqual(worse.Ask(30), better.Ask(30));
        Assert.Equal(worseAlone.Ask(30), betterAlone.Ask(30));
    }

    [Fact]
    public void A_trial_cancelled_after_its_generation_is_not_ranked_again()
    {
        SamplerDriver kept = Flying(20, 1, 2, 3, 4);
        SamplerDriver cancelled = Flying(20, 1, 2, 3, 4);

        cancelled.Tell(TrialChangeKind.Cancelled, 0, 0);
        foreach (SamplerDriver driver in new[] { kept, cancelled })
        {
            for (int i = 4; i < 8; i++)
                driver.End(i, i + 1);
        }

        Assert.NotEqual(kept.Ask(30), cancelled.Ask(30));
    }

    [Fact]
    public void Reloaded_with_many_trials_in_flight_it_goes_on_alike()
    {
        SamplerDriver kept = Flying(16, 3, 1, 4, 1, 5, 9);
        SamplerDriver reloaded = Flying(16, 3, 1, 4, 1, 5, 9);

        reloaded.Reload();
        foreach (SamplerDriver driver in new[] { kept, reloaded })
        {
            for (int i = 6; i < 12; i++)
                driver.End(i, 12 - i);
        }

        Assert.Equal(kept.Ask(), reloaded.Ask());
        Assert.Equal(kept.Save(), reloaded.Save());
    }

    private static SamplerDriver Flying(int started, params double[] values)
    {
        var driver = new SamplerDriver("cma-es population=4", Plane);
        for (int i = 0; i < started; i++)
            driver.Start();
        for (int i = 0; i < values.Length; i++)
            driver.Tell(TrialChangeKind.Measured, i, values[i]);
        return driver;
    }
}
