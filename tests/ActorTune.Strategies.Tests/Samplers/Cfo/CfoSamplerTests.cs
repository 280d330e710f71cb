using ActorTune.Strategies.Notation;

namespace ActorTune.Strategies.Samplers.Cfo;

public sealed class CfoSamplerTests
{
    [Fact]
    public void The_first_trial_uses_the_defaults_and_the_middle_of_what_has_none()
    {
        var study = new Sampling("cfo", new SearchSpace(
        [
            new IntegerParameter("layers", 1, 9) { Default = ParameterValue.Of(1) },
            new FloatParameter("rate", 0, 3),
            new CategoricalParameter("kind", "a", "b", "c"),
        ]));

        Assert.Equal("[1, 1.5, b]", $"[{string.Join(", ", study.Start().Values)}]");
    }

    [Fact]
    public void A_move_is_one_step_long_in_the_unit_cube()
    {
        var study = new Sampling("cfo", Sampling.UnitCube(4));
        double[] start = Sampling.Point(study.Start());

        Assert.Equal([0.5, 0.5, 0.5, 0.5], start);

        // 0.1 sqrt(4), whether the start was measured yet or not.
        for (int i = 1; i < 10; i++)
            Assert.Equal(0.2, Distance(start, Sampling.Point(study.Start())), 12);
    }

    [Fact]
    public void After_a_direction_that_is_worse_comes_its_opposite_once()
    {
        var study = new Sampling("cfo", Sampling.UnitCube(3));
        study.Start();
        study.Complete(0, [0]);
        double[] forward = Sampling.Point(study.Start());
        study.Complete(1, [1]);
        double[] opposite = Sampling.Point(study.Start());
        study.Complete(2, [1]);
        double[] other = Sampling.Point(study.Start());

        for (int i = 0; i < 3; i++)
            Assert.Equal(1, forward[i] + opposite[i], 12);
        Assert.True(Distance(other, forward) > 1e-6 && Distance(other, opposite) > 1e-6);
    }

    [Fact]
    public void Parallel_directions_from_one_incumbent_have_their_opposites_in_order()
    {
        var study = new Sampling("cfo", Sampling.UnitCube(3));
        study.Start();
        study.Complete(0, [0]);
        double[][] forward =
            [.. Enumerable.Range(1, 3).Select(_ => Sampling.Point(study.Start()))];
        for (int trial = 3; trial > 0; trial--)
            study.Complete(trial, [trial]);

        foreach (double[] direction in forward.Reverse())
            Assert.Equal(1, direction[0] + Sampling.Point(study.Start())[0], 12);
    }

    [Fact]
    public void The_better_trial_is_the_next_centre_and_forgets_old_directions()
    {
        var study = new Sampling("cfo", Sampling.UnitCube(2));
        study.Start();
        study.Complete(0, [1]);
        study.Start();
        double[] better = Sampling.Point(study.Start());
        study.Complete(1, [2]);
        study.Complete(2, [0.5]);

        double[] next = Sampling.Point(study.Start());

        Assert.Equal(0.1 * Math.Sqrt(2), Distance(better, next), 12);
    }

    [Fact]
    public void Steps_shrink_by_the_square_root_of_the_trials_and_grow_back_once()
    {
        var study = new Sampling("cfo patience=2", Sampling.UnitCube(1));
        Told(study, 5);
        Told(study, 6);
        Told(study, 6);

        // The best was trial 1 of the start; two misses later it is 1 of 4: half the step.
        double[] place = Sampling.Point(Told(study, 4));
        Assert.Equal(0.05, Math.Abs(place[0] - 0.5), 12);

        // Better than the best: the step is as before. It has been started around 0.5 +- 0.05.
        double[] next = Sampling.Point(study.Start());
        Assert.Equal(0.1, Math.Abs(next[0] - place[0]), 12);
    }

    [Fact]
    public void Steps_too_small_begin_a_search_elsewhere()
    {
        var study = new Sampling("cfo patience=2", new SearchSpace(
            [new IntegerParameter("x", 0, 9), new IntegerParameter("y", 0, 9)]));
        SearchSpace space = study.Specification.SearchSpace;
        Told(study, 0);
        List<double> distances = [];
        for (int i = 0; i < 30; i++)
            distances.Add(Distance([0.55, 0.55], space.Encode(Told(study, 1))));

        Assert.All(distances.Take(4), distance => Assert.InRange(distance, 0.05, 0.25));
        Assert.Contains(distances, distance => distance > 0.3);
    }

    [Fact]
    public void What_becomes_of_trials_of_an_earlier_start_moves_nothing()
    {
        var search = new LocalSearch(
            new SearchSpace([new IntegerParameter("x", 0, 1)]), 7, new CfoOptions { Patience = 2 });
        LocalTrial late = search.Start(0, search.Place.Incumbent);
        for (int trial = 1; search.Place.Round == 0; trial++)
            search.Judge(search.Start(trial, search.Place.Incumbent), null);
        SearchPlace begun = search.Place;

        search.Judge(late, new Standing(0, -100));

        Assert.Equal(begun, search.Place);
    }

    [Fact]
    public void Failed_trials_are_worse_than_all_and_cancelled_ones_say_nothing()
    {
        var study = new Sampling("cfo", Sampling.UnitCube(2));
        study.Start();
        study.Complete(0, [1]);
        double[] failed = Sampling.Point(study.Start());
        study.Fail(1);
        double[] opposite = Sampling.Point(study.Start());
        study.Cancel(2);
        double[] other = Sampling.Point(study.Start());

        Assert.Equal(1, failed[0] + opposite[0], 12);
        Assert.Equal(0.1 * Math.Sqrt(2), Distance([0.5, 0.5], other), 12);
    }

    [Fact]
    public void A_feasible_trial_is_better_than_any_that_is_not()
    {
        var study = new Sampling("cfo", Sampling.UnitCube(2));
        study.Start();
        study.Complete(0, [-5], [1]);
        double[] feasible = Sampling.Point(study.Start());
        study.Complete(1, [9], [0]);

        Assert.Equal(
            0.1 * Math.Sqrt(2), Distance(feasible, Sampling.Point(study.Start())), 12);
    }

    [Fact]
    public void Asked_again_it_answers_otherwise()
    {
        var study = new Sampling("cfo", Sampling.UnitCube(2));
        var request = new SuggestionRequest(new TrialNumber(0), default, new Resource(1));

        Assert.NotEqual(
            study.Sampler.Suggest(request),
            study.Sampler.Suggest(request with { Ordinal = 1 }));
    }

    [Fact]
    public void Choices_change_too_and_every_configuration_of_a_small_space_is_reached()
    {
        var study = new Sampling("cfo", new SearchSpace(
        [
            new CategoricalParameter("kind", "a", "b", "c"),
            new BooleanParameter("bias"),
        ]));
        for (int i = 0; i < 60; i++)
            Told(study, 1);

        Assert.Equal(6, study.Configurations.Distinct().Count());
    }

    [Fact]
    public void It_beats_chance() => Assert.True(Mean("cfo") < Mean("random") - 0.3);

    private static double Mean(string sampler) => Enumerable.Range(0, 5).Average(
        seed => new Sampling(sampler, Sampling.UnitCube(6), 1, (ulong)seed)
            .Run(200, TestFunctions.Hartmann6).Best());

    private static Configuration Told(Sampling study, double value)
    {
        Configuration started = study.Start();
        study.Complete(study.Configurations.Count - 1, [value]);
        return started;
    }

    private static double Distance(double[] left, double[] right) =>
        Math.Sqrt(left.Zip(right, (a, b) => (a - b) * (a - b)).Sum());
}
