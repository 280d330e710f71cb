using ActorTune.Strategies;
using ActorTune.Studies.Events;

namespace ActorTune.AskTell;

public sealed class StartFromTests
{
    private const int Seeds = 10;

    private static readonly SearchSpace Plane = new(
        [new FloatParameter("x", 0, 1), new FloatParameter("y", 0, 1)]);

    [Theory]
    [InlineData("tpe", 20)]
    [InlineData("gp", 8)]
    [InlineData("forest", 20)]
    [InlineData("cma-es", 20)]
    public void Thirty_trials_of_a_shifted_sphere_help_in_the_first_trials(
        string sampler, int trials)
    {
        double alone = 0, helped = 0;
        int wins = 0;
        for (ulong seed = 0; seed < Seeds; seed++)
        {
            AskTellStudy earlier = Study("random", seed + 100, 30);
            Finish(earlier, 0.3, 0.7);
            AskTellStudy without = Study(sampler, seed, trials);
            AskTellStudy with = Study(sampler, seed, trials);
            Assert.Equal(30, with.StartFrom(earlier.State).Trials.Count);
            double first = Finish(without, 0.35, 0.65);
            double second = Finish(with, 0.35, 0.65);
            alone += first / Seeds;
            helped += second / Seeds;
            wins += second < first ? 1 : 0;
        }

        Assert.True(helped < alone, $"mean {helped} with, {alone} without, {wins} wins");
        Assert.True(wins > Seeds / 2, $"{wins} wins; mean {helped} with, {alone} without");
    }

    [Fact]
    public void A_study_loaded_from_its_entries_still_has_its_imported_trials()
    {
        AskTellStudy earlier = Study("random", 1, 15);
        Finish(earlier, 0.5, 0.5);
        AskTellStudy study = Study("tpe", 2, 20);
        study.StartFrom(earlier.State);
        var loaded = AskTellStudy.Load(study.Entries);

        Assert.Equal(15, loaded.State.ImportedCount);
        Assert.Equal(
            Assert.IsType<NextTrial.Train>(study.Ask()).Configuration,
            Assert.IsType<NextTrial.Train>(loaded.Ask()).Configuration);
    }

    [Fact]
    public void Only_trials_that_fit_as_they_are_count_worst_first()
    {
        AskTellStudy earlier = Study("random", 1, 100);
        (double X, double Loss)[] told = [(0.1, 3), (0.2, 1), (0.9, 0), (0.3, 2)];
        foreach ((double x, double loss) in told)
            earlier.Tell(Point(x, 0.5), new MetricSet("loss", loss));
        earlier.Fail(Assert.IsType<NextTrial.Train>(earlier.Ask()).Attempt.Trial);
        var narrow = new SearchSpace(
            [new FloatParameter("x", 0, 0.5), new FloatParameter("y", 0, 1)]);

        var found = EarlierTrials.Find(earlier.State, narrow);

        Assert.Equal(4, found.MeasuredCount);
        Assert.Equal(
            [(0, 2.5 / 3), (3, 0.5), (1, 0.5 / 3)],
            found.Trials.Select(trial => (trial.SourceTrial.Value, trial.Quantile)));
        Assert.Equal(
            "started from 3 trials of s: 1 more do not fit this search space",
            found.ToString());
        var other = new SearchSpace([new FloatParameter("x", 0, 1)]);
        Assert.Empty(EarlierTrials.Find(earlier.State, other).Trials);
    }

    [Fact]
    public void After_the_first_trial_it_is_too_late_and_several_objectives_cannot()
    {
        AskTellStudy earlier = Study("random", 1, 10);
        AskTellStudy begun = Study("random", 1, 10);
        begun.Ask();
        Assert.Throws<AskTellException>(() => begun.StartFrom(earlier.State));
        var several = new AskTellStudy(Specification("random", 1, 10) with
        {
            Objectives =
                [new Objective("loss", Direction.Minimize), new("time", Direction.Minimize)],
        });
        Assert.Throws<AskTellException>(() => several.StartFrom(earlier.State));
    }

    [Fact]
    public void A_journal_whose_imported_trial_does_not_fit_is_corrupt()
    {
        AskTellStudy study = Study("random", 1, 10);
        var imported = new TrialImported(
            new StudyId("a"), new TrialNumber(0), Point(2, 0), new Resource(1), 0.5);
        JournalEntry last = study.Entries[^1];
        Assert.Throws<CorruptJournalException>(() => AskTellStudy.Load(
            [.. study.Entries, last with { Sequence = last.Sequence.Next, Event = imported }]));
    }

    private static AskTellStudy Study(string sampler, ulong seed, int trials) =>
        new(Specification(sampler, seed, trials));

    private static StudySpecification Specification(string sampler, ulong seed, int trials) =>
        Specifications.Of("run-to-completion", sampler: sampler, space: Plane) with
        {
            Seed = seed,
            Stop = new StopConditions { Trials = trials },
        };

    /// <summary>Evaluates to the end; the best loss.</summary>
    private static double Finish(AskTellStudy study, double x, double y)
    {
        while (study.Ask() is NextTrial.Train train)
        {
            double dx = train.Configuration["x"].AsDouble() - x;
            double dy = train.Configuration["y"].AsDouble() - y;
            study.Tell(train.Attempt.Trial, new MetricSet("loss", dx * dx + dy * dy));
        }

        return study.Best!.Value!.Value;
    }

    private static Configuration Point(double x, double y) => new(
    [
        KeyValuePair.Create("x", ParameterValue.Of(x)),
        KeyValuePair.Create("y", ParameterValue.Of(y)),
    ]);
}
