using ActorTune.Strategies.Notation;
using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Evolutionary;

public sealed class NsgaTests
{
    private static readonly SearchSpace Line = Sampling.UnitCube(1);

    [Fact]
    public void The_first_population_is_the_random_one()
    {
        var genetic = new Sampling("nsga-ii population=5", Line, 2);
        List<Configuration> drawn = [.. Enumerable.Range(0, 6).Select(_ => genetic.Start())];

        Assert.Equal(6, drawn.Distinct().Count());
        for (int i = 0; i < 5; i++)
            genetic.Complete(i, [i, -i]);

        // Six slots, five members: the sixth was drawn before, and waits for the next generation.
        double[] first = [.. drawn.Take(5).Select(x => Sampling.Point(x)[0])];
        int kept = Enumerable.Range(0, 40)
            .Count(_ => first.Contains(Sampling.Point(genetic.Start())[0]));
        Assert.Equal(0, kept);
    }

    [Fact]
    public void Children_take_each_parameter_from_a_parent_or_draw_it_anew()
    {
        var study = new Sampling("nsga-ii population=4", Sampling.UnitCube(8), 2);
        for (int i = 0; i < 4; i++)
            study.Complete(i, Halves(study.Start()));
        HashSet<double> known =
            [.. study.Configurations.SelectMany(Sampling.Point)];

        int taken = Enumerable.Range(0, 100)
            .Sum(_ => Sampling.Point(study.Start()).Count(known.Contains));

        // One of eight is changed on average; a child that is no other than a parent is not made.
        Assert.InRange(taken, 600, 720);
    }

    [Fact]
    public void Results_beyond_the_population_wait_for_the_next_time()
    {
        var study = new GenerationStudy(Line, 3);
        for (int i = 0; i < 7; i++)
            study.Observe(TrialChangeKind.Started, i, 0);

        // Trial 6 is the fastest and the best; the first three in trial order decide.
        study.Finish(6, -10);
        study.Finish(5, 5);
        Assert.Equal(0, study.Count);
        study.Finish(4, 4);
        Assert.Equal([4, 5, 6], study.Parents());
        study.Finish(3, 3);
        study.Finish(2, 2);
        Assert.Equal(1, study.Count);
        study.Finish(0, 0);
        Assert.Equal([0, 2, 6], study.Parents());
        study.Observe(TrialChangeKind.Cancelled, 6, -10);
        study.Observe(TrialChangeKind.Failed, 1, 0);
        Assert.Equal([0, 2], study.Parents());
    }

    [Fact]
    public void Feasible_trials_come_first_and_failed_ones_last()
    {
        HistoryTrial[] trials =
        [
            Trial(0, ObservationStatus.Failed, 0, 1, []),
            Trial(1, ObservationStatus.Observed, 2, 1, [0, 0]),
            Trial(2, ObservationStatus.Observed, 1, 1, [9, 9]),
            Trial(3, ObservationStatus.Observed, 0, 1, [4, 4]),
            Trial(4, ObservationStatus.Observed, 0, 9, [8, 8]),
            Trial(5, ObservationStatus.Observed, 0, 1, [5, 3]),
            Trial(6, ObservationStatus.Observed, 0, 1, [5, 4]),
            Trial(7, ObservationStatus.Failed, 0, 1, []),
        ];

        Assert.Equal(
            ["4", "3 5", "6", "2", "1", "0 7"],
            ConstrainedFronts.Of(trials)
                .Select(front => string.Join(" ", front.Select(trial => trial.Number))));
    }

    [Fact]
    public void With_one_objective_the_order_is_that_of_the_ranking()
    {
        HistoryTrial[] trials =
        [
            .. Enumerable.Range(0, 40).Select(i => Trial(
                i,
                i % 7 == 0 ? ObservationStatus.Failed : ObservationStatus.Observed,
                i % 3 == 0 ? i % 4 : 0,
                i % 2 + 1,
                [i * 17 % 40])),
        ];

        Assert.Equal(
            trials.Order(TrialRanking.Instance),
            ConstrainedFronts.Of(trials).SelectMany(front => front));
    }

    [Fact]
    public void Crowding_keeps_the_ends_and_what_stands_alone()
    {
        List<HistoryTrial> front =
        [
            .. new double[] { 0, 1, 2, 3, 6, 9, 10 }.Select((x, i) =>
                Trial(i, ObservationStatus.Observed, 0, 1, [x, 10 - x])),
        ];

        Assert.Equal(
            [0, 6, 4, 3], new CrowdingSurvival().Choose([], front, 4, 0).Select(t => t.Number));
    }

    [Fact]
    public void Niches_are_filled_from_the_emptiest()
    {
        List<HistoryTrial> kept = [Trial(0, ObservationStatus.Observed, 0, 1, [0, 1])];
        List<HistoryTrial> front =
        [
            Trial(1, ObservationStatus.Observed, 0, 1, [0.01, 1.2]),
            Trial(2, ObservationStatus.Observed, 0, 1, [0.55, 0.5]),
            Trial(3, ObservationStatus.Observed, 0, 1, [0.5, 0.52]),
            Trial(4, ObservationStatus.Observed, 0, 1, [1, 0]),
        ];
        var survival = new NicheSurvival(ReferencePoints.Of(2, 2, 0), 7);

        Assert.Equal([3, 4], survival.Choose(kept, front, 2, 0).Select(t => t.Number).Order());
        Assert.Equal(4, survival.Choose(kept, front, 4, 0).Distinct().Count());
    }

    [Fact]
    public void When_every_trial_fails_children_are_still_made()
    {
        var study = new Sampling("nsga-iii population=3", Line, 2);
        for (int i = 0; i < 12; i++)
        {
            study.Start();
            study.Fail(i);
        }

        Assert.Equal(12, study.Configurations.Distinct().Count());
    }

    [Fact]
    public void A_space_smaller_than_the_study_is_tried_again()
    {
        var study = new Sampling(
            "nsga-ii population=3", new SearchSpace([new BooleanParameter("b")]), 2);
        for (int i = 0; i < 12; i++)
        {
            study.Start();
            study.Complete(i, [1, 1]);
        }

        Assert.Equal(2, study.Configurations.Distinct().Count());
    }

    private static double[] Halves(Configuration configuration)
    {
        double[] point = Sampling.Point(configuration);
        return [point[0], 1 - point[0]];
    }

    private static HistoryTrial Trial(
        int number, ObservationStatus status, double violation, long rung, double[] values) =>
        new(number, default, Line.Decode([0.5]), Line)
        {
            Status = status,
            Violation = violation,
            Rung = new Resource(rung),
            Loss = values.Length > 0 ? values[0] : 0,
            Losses = values.Length > 1 ? values : null,
        };
}
