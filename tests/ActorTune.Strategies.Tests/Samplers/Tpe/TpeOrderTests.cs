using static ActorTune.Strategies.Samplers.Tpe.TpeStudies;

namespace ActorTune.Strategies.Samplers.Tpe;

public sealed class TpeOrderTests
{
    [Fact]
    public void Sixty_four_trials_asked_about_at_once_all_differ()
    {
        SamplerTrials trials = On(Plain, "tpe");

        Assert.Equal(
            64, Enumerable.Range(0, 64).Select(trials.Suggest).Distinct().Count());
    }

    [Theory]
    [InlineData("tpe startup-trials=5")]
    [InlineData("tpe startup-trials=5 multivariate=false")]
    [InlineData("tpe startup-trials=5 grouped=false bandwidth=scott")]
    [InlineData("tpe startup-trials=5 constant-liar=false candidates=3")]
    public void Reloaded_it_gives_the_same_bits_as_the_one_that_went_along(string tpe)
    {
        SamplerTrials along = On(Tree, tpe);
        SamplerTrials reloaded = On(Tree, tpe);
        for (int trial = 0; trial < 150; trial++)
        {
            Configuration configuration = along.Suggest(trial);
            if (trial % 7 == 3)
                reloaded.Reload();
            Assert.Equal(configuration, reloaded.Suggest(trial));
            Pass(along, trial, configuration);
            Pass(reloaded, trial, configuration);
        }
    }

    [Fact]
    public void Trials_may_start_in_any_order()
    {
        SamplerTrials forward = On(Plain, "tpe startup-trials=3");
        SamplerTrials backward = On(Plain, "tpe startup-trials=3");
        for (int i = 0; i < 20; i++)
        {
            Tell(forward, i);
            Tell(backward, 19 - i);
            backward.Suggest(50);
        }

        Assert.Equal(forward.Suggest(50), backward.Suggest(50));

        static void Tell(SamplerTrials trials, int trial)
        {
            trials.Start(trial, At(trial * 0.05, 0.3));
            trials.Measure(trial, trial % 6);
        }
    }

    [Fact]
    public void A_promoted_running_trial_is_not_a_bad_one()
    {
        SamplerTrials paused = On(Plain, "tpe startup-trials=2");
        SamplerTrials promoted = On(Plain, "tpe startup-trials=2");
        for (int trial = 0; trial < 12; trial++)
        {
            foreach (SamplerTrials trials in new[] { paused, promoted })
            {
                trials.Start(trial, At(trial / 12.0, trial / 24.0));
                trials.Measure(trial, trial);
                trials.End(trial, TrialChangeKind.Paused, trial);
            }
        }

        promoted.End(0, TrialChangeKind.Promoted, 0, 3);
        Assert.Equal(paused.Suggest(12), promoted.Suggest(12));
        Assert.Equal(paused.Suggest(13), promoted.Suggest(13));
    }

    [Fact]
    public void Trials_under_way_push_the_next_ones_away()
    {
        double liar = Spreads("tpe");
        double naive = Spreads("tpe constant-liar=false");

        Assert.True(liar > naive, $"{liar} and {naive}");

        static double Spreads(string tpe) => Enumerable.Range(0, 10).Sum(
            seed => Spread(On(Plain, tpe, (ulong)seed)));

        static double Spread(SamplerTrials trials)
        {
            trials.Minimise(30, Bowl);
            Configuration[] all = [.. Enumerable.Range(30, 20).Select(trial =>
            {
                Configuration configuration = trials.Suggest(trial);
                trials.Start(trial, configuration);
                return configuration;
            })];
            double mean = all.Average(configuration => configuration["x"].AsDouble());
            return all.Sum(configuration => Math.Abs(configuration["x"].AsDouble() - mean));
        }
    }

    private static void Pass(SamplerTrials trials, int trial, Configuration configuration)
    {
        trials.Start(trial, configuration);
        if (trial % 5 == 4)
            trials.End(trial, TrialChangeKind.Failed);
        else if (trial % 11 == 6)
            trials.End(trial, TrialChangeKind.Cancelled);
        else if (trial % 9 != 8)
            trials.Measure(trial, trial * 37 % 41);
        if (trial % 3 == 0 && trial > 20)
            trials.Measure(trial - 9, trial * 23 % 43, 3);
    }
}
