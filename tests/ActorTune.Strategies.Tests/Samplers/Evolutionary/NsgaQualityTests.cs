using ActorTune.Strategies.MultiObjective;
using ActorTune.Strategies.Notation;

namespace ActorTune.Strategies.Samplers.Evolutionary;

public sealed class NsgaQualityTests
{
    [Theory]
    [InlineData("nsga-ii population=20")]
    [InlineData("nsga-ii population=20 crossover=sbx mutation=polynomial")]
    [InlineData("nsga-iii population=20")]
    public void Two_objectives_are_served_better_than_by_chance(string sampler)
    {
        double random = 0;
        double found = 0;
        for (ulong seed = 0; seed < 5; seed++)
        {
            random += Volume("random", seed);
            found += Volume(sampler, seed);
        }

        Assert.True(found / 5 > random / 5 + 0.25, $"{found / 5} against {random / 5}");

        static double Volume(string name, ulong seed) => Hypervolume.Of(
            new Sampling(name, Sampling.UnitCube(6), 2, seed)
                .Run(300, TestFunctions.Zdt1).Values.ToList(),
            [1.5, 3.5]);
    }

    [Fact]
    public void Three_objectives_are_served_better_than_by_chance()
    {
        double random = Volume("random");
        double found = Volume("nsga-iii population=28 crossover=sbx mutation=polynomial");

        Assert.True(found > random + 0.1, $"{found} against {random}");

        static double Volume(string name) => Hypervolume.Of(
            new Sampling(name, Sampling.UnitCube(7), 3)
                .Run(400, TestFunctions.Dtlz2).Values.ToList(),
            [1.2, 1.2, 1.2]);
    }

    [Theory]
    [InlineData("nsga-ii population=20")]
    [InlineData("nsga-iii population=20")]
    public void One_objective_is_served_better_than_by_chance(string sampler)
    {
        double random = 0;
        double found = 0;
        for (ulong seed = 0; seed < 5; seed++)
        {
            random += new Sampling("random", Sampling.UnitCube(6), 1, seed)
                .Run(150, TestFunctions.Hartmann6).Best();
            found += new Sampling(sampler, Sampling.UnitCube(6), 1, seed)
                .Run(150, TestFunctions.Hartmann6).Best();
        }

        Assert.True(found / 5 < random / 5 - 0.2, $"{found / 5} against {random / 5}");
    }
}
