using ActorTune.Randomness;
using ActorTune.Strategies.Notation;

namespace ActorTune.Strategies.Samplers.Dehb;

public sealed class DehbTests
{
    private static readonly DehbOptions Options = new() { Population = 4 };

    [Fact]
    public void The_mutant_is_one_parent_moved_by_half_the_difference_of_two_others()
    {
        double[][] parents = [[0.4, 0.4], [0.5, 0.5], [0.2, 0.6]];
        DehbOptions all = Options with { CrossoverProbability = 1 };

        // All orders of three parents: a + (b - c) / 2.
        string[] possible =
        [
            "0.55 0.35", "0.25 0.45", "0.6 0.4", "0.4 0.6", "0.15 0.55", "0.25 0.65",
        ];
        HashSet<string> found = [];
        for (int trial = 0; trial < 100; trial++)
        {
            double[] child = DifferentialVariation.Child([0, 0], parents, all, Chance(trial));
            found.Add(Text(child));
        }

        Assert.Equal(possible.Order(), found.Order());
    }

    [Fact]
    public void At_least_one_parameter_comes_from_the_mutant()
    {
        DehbOptions none = Options with { CrossoverProbability = 0 };
        for (int trial = 0; trial < 50; trial++)
        {
            double[] child = DifferentialVariation.Child(
                [0, 0, 0], [[0.5, 0.5, 0.5], [0.5, 0.5, 0.5], [0.5, 0.5, 0.5]], none,
                Chance(trial));

            Assert.Equal(0.5, child.Sum());
        }
    }

    [Fact]
    public void Places_beyond_the_cube_are_drawn_anew()
    {
        DehbOptions all = Options with { CrossoverProbability = 1, MutationFactor = 2 };
        HashSet<double> found = [];
        for (int trial = 0; trial < 50; trial++)
            found.Add(DifferentialVariation.Child([0], [[0.1], [0.5], [0.9]], all,
                Chance(trial))[0]);

        // Of the six mutants only 0.1 + 2 (0.9 - 0.5) and 0.9 + 2 (0.1 - 0.5) lie inside.
        Assert.All(found, place => Assert.InRange(place, 0, 1));
        Assert.True(found.Count > 20);
    }

    [Fact]
    public void A_child_takes_the_place_of_its_target_if_it_is_as_good()
    {
        var rung = new Subpopulation(2);
        rung.Enter(Entry(0, 1), -1);
        rung.Enter(Entry(1, 2), -1);
        rung.Enter(Entry(2, 1), 0);
        Assert.Equal([2, 1], Trials(rung));
        rung.Enter(Entry(3, 1.5), 0);
        Assert.Equal([2, 1], Trials(rung));
    }

    [Fact]
    public void A_promoted_trial_takes_the_place_of_the_worst()
    {
        var rung = new Subpopulation(2);
        rung.Enter(Entry(0, 1), -1);
        rung.Enter(Entry(1, 2), -1);
        rung.Enter(Entry(2, 1.5), -1);
        Assert.Equal([0, 2], Trials(rung));
        rung.Enter(Entry(3, 9), -1);
        Assert.Equal([0, 2], Trials(rung));
    }

    [Fact]
    public void Infeasible_members_are_the_worst()
    {
        Member feasible = Entry(0, 9);
        Assert.False((feasible with { Loss = 0, Violation = 0.1 }).Replaces(feasible));
        Assert.True(feasible.Replaces(feasible with { Violation = 0.1 }));
    }

    [Fact]
    public void Targets_take_turns()
    {
        var state = new DehbState(Options);
        for (int i = 0; i < 6; i++)
            state.Start(i, [0.5], 3);

        Subpopulation rung = state.At(3);
        Assert.Equal([2, 3, 0], Enumerable.Range(6, 3).Select(i => state.TurnOf(i, rung)));
    }

    [Fact]
    public void Populations_are_as_large_as_the_brackets_that_start_there()
    {
        StudySpecification specification = Specifications.Of("hyperband", 27, "dehb");
        DehbOptions options = DehbOptions.Read(
            new Strategies.Options.StrategyOptionReader("sampler", specification.Sampler),
            specification);

        // Hyperband with R = 27 and eta = 3: 27 trials at 1, 12 at 3, 6 at 9, 4 at 27.
        Assert.Equal(
            "1:27 3:12 9:6 27:4",
            string.Join(
                " ", options.Sizes.OrderBy(pair => pair.Key).Select(p => $"{p.Key}:{p.Value}")));
    }

    [Fact]
    public void A_rung_without_its_own_population_uses_the_best_of_the_next_lower_one()
    {
        var study = new Sampling(
            "dehb population=4 crossover-probability=1 mutation-factor=0", Sampling.UnitCube(3));
        for (int i = 0; i < 8; i++)
            study.Complete(i, [-Sampling.Point(study.Start())[0]]);
        study.Resource = new Resource(9);
        HashSet<double> known = [.. study.Configurations.SelectMany(Sampling.Point)];

        // Without a mutation factor a child is one of the parents, whole.
        Assert.All(Sampling.Point(study.Start()), place => Assert.Contains(place, known));
    }

    [Fact]
    public void The_first_trials_of_every_rung_are_random_while_none_below_is_full()
    {
        var study = new Sampling("dehb population=4 mutation-factor=0", Sampling.UnitCube(3));
        for (int i = 0; i < 4; i++)
            study.Start();
        study.Fail(0);
        study.Complete(1, [1]);
        study.Resource = new Resource(9);
        study.Start();

        Assert.Equal(15, study.Configurations.SelectMany(Sampling.Point).Distinct().Count());
    }

    [Fact]
    public void With_one_rung_it_beats_chance()
    {
        double random = 0;
        double found = 0;
        for (ulong seed = 0; seed < 5; seed++)
        {
            random += new Sampling("random", Sampling.UnitCube(6), 1, seed)
                .Run(200, TestFunctions.Hartmann6).Best();
            found += new Sampling("dehb", Sampling.UnitCube(6), 1, seed)
                .Run(200, TestFunctions.Hartmann6).Best();
        }

        Assert.True(found / 5 < random / 5 - 0.2, $"{found / 5} against {random / 5}");
    }

    [Theory]
    [InlineData("hyperband")]
    [InlineData("hyperband mode=synchronous")]
    public void With_hyperband_it_beats_chance(string scheduler)
    {
        double random = 0;
        double found = 0;
        for (ulong seed = 0; seed < 6; seed++)
        {
            random += Best("random", seed);
            found += Best("dehb", seed);
        }

        Assert.True(found / 6 < random / 6 - 0.1, $"{found / 6} against {random / 6}");

        // Below the full resource the function is shifted, so that the rungs differ.
        double Best(string sampler, ulong seed) => new RungStudy(
            Specifications.Of(scheduler, 9, sampler, Sampling.UnitCube(6)) with
            {
                Seed = seed,
                Stop = new StopConditions { Trials = 100_000 },
            }).Run(
                (point, resource) => TestFunctions.Hartmann6(
                    [.. point.Select(x => x + (0.1 - resource / 90.0))])[0],
                9,
                1200);
    }

    private static RandomStream Chance(int trial) =>
        RandomStream.For(1, new StreamName("test"), trial, 0);

    private static string Text(double[] point) =>
        string.Join(" ", point.Select(x => Math.Round(x, 9)));

    private static Member Entry(int trial, double loss) => new(trial, 0, 3, loss, [0.5]);

    private static IEnumerable<int> Trials(Subpopulation rung) =>
        rung.Members.Select(member => member.Trial);
}
