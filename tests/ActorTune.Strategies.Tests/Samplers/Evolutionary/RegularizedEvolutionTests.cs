using ActorTune.Strategies.Notation;

namespace ActorTune.Strategies.Samplers.Evolutionary;

public sealed class RegularizedEvolutionTests
{
    private static readonly SearchSpace Lattice = new(
        [.. Enumerable.Range(0, 4).Select(i => new IntegerParameter($"x{i}", 0, 9))]);

    [Fact]
    public void A_child_differs_from_one_parent_in_one_parameter()
    {
        var study = new Sampling("regularized-evolution population=5 sample=2", Lattice);
        for (int i = 0; i < 5; i++)
            Complete(study, study.Start(), i);

        for (int i = 0; i < 50; i++)
        {
            Configuration child = study.Start();
            Assert.Contains(
                study.Configurations.Take(5), parent => Differences(parent, child) == 1);
        }
    }

    [Fact]
    public void With_a_large_sample_the_best_is_the_parent()
    {
        var study = new Sampling("regularized-evolution population=5 sample=200", Lattice);
        for (int i = 0; i < 5; i++)
            Complete(study, study.Start(), i == 3 ? -1 : i);

        for (int i = 0; i < 20; i++)
            Assert.Equal(1, Differences(study.Configurations[3], study.Start()));
    }

    [Fact]
    public void The_oldest_leaves_however_good_it_is()
    {
        var study = new Sampling("regularized-evolution population=3 sample=100", Lattice);
        Complete(study, study.Start(), -100);
        for (int i = 1; i < 4; i++)
            Complete(study, study.Start(), i);

        // Trials 1 to 3 are left, and of them 1 is the best.
        for (int i = 0; i < 20; i++)
            Assert.Equal(1, Differences(study.Configurations[1], study.Start()));
    }

    [Fact]
    public void A_failed_trial_ages_and_is_the_worst()
    {
        var study = new Sampling("regularized-evolution population=3 sample=100", Lattice);
        for (int i = 0; i < 4; i++)
        {
            study.Start();
            if (i == 1)
                study.Complete(i, [5]);
            else
                study.Fail(i);
        }

        for (int i = 0; i < 20; i++)
            Assert.Equal(1, Differences(study.Configurations[1], study.Start()));
    }

    [Fact]
    public void What_a_change_makes_active_is_drawn_and_what_stays_active_is_kept()
    {
        var space = new SearchSpace(
        [
            new CategoricalParameter("optimizer", "sgd", "adam"),
            new FloatParameter("momentum", 0, 1)
            {
                When = [Condition.OneOf("optimizer", ParameterValue.Of("sgd"))],
            },
            new FloatParameter("decay", 0, 1),
        ]);
        var study = new Sampling("regularized-evolution population=2 sample=50", space);
        study.Start(space.Decode([0.9, 0, 0.3]));
        study.Start(space.Decode([0.9, 0, 0.3]));
        study.Complete(0, [1]);
        study.Complete(1, [1]);

        List<Configuration> children = [.. Enumerable.Range(0, 40).Select(_ => study.Start())];
        List<Configuration> switched =
            [.. children.Where(child => child["optimizer"] == ParameterValue.Of("sgd"))];

        Assert.InRange(switched.Count, 5, 35);
        Assert.All(switched, child => Assert.Equal(ParameterValue.Of(0.3), child["decay"]));
        Assert.Equal(switched.Count, switched.Select(x => x["momentum"]).Distinct().Count());
    }

    [Fact]
    public void A_space_of_one_configuration_is_tried_again()
    {
        var space = new SearchSpace([new ConstantParameter("only", ParameterValue.Of(1))]);
        var study = new Sampling("regularized-evolution population=2", space);
        for (int i = 0; i < 5; i++)
        {
            study.Start();
            study.Complete(i, [1]);
        }

        Assert.Single(study.Configurations.Distinct());
    }

    [Fact]
    public void It_beats_chance()
    {
        double random = 0;
        double found = 0;
        for (ulong seed = 0; seed < 5; seed++)
        {
            random += new Sampling("random", Sampling.UnitCube(6), 1, seed)
                .Run(200, TestFunctions.Hartmann6).Best();
            found += new Sampling(
                    "regularized-evolution population=40", Sampling.UnitCube(6), 1, seed)
                .Run(200, TestFunctions.Hartmann6).Best();
        }

        Assert.True(found / 5 < random / 5 - 0.3, $"{found / 5} against {random / 5}");
    }

    private static void Complete(Sampling study, Configuration started, double value)
    {
        int trial = study.Configurations.Count - 1;
        Assert.Same(started, study.Configurations[trial]);
        study.Complete(trial, [value]);
    }

    private static int Differences(Configuration left, Configuration right) =>
        left.Values.Zip(right.Values).Count(pair => pair.First != pair.Second);
}
