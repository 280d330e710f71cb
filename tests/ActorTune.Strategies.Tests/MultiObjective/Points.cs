using ActorTune.Randomness;

namespace ActorTune.Strategies.MultiObjective;

/// <summary>Points to compare methods on.</summary>
internal static class Points
{
    private static readonly StreamName Stream = new("test-points");

    /// <summary>Points of a coarse lattice, so that many share coordinates.</summary>
    internal static double[][] Random(int seed, int count, int objectives, int steps)
    {
        RandomStream chance = RandomStream.For((ulong)seed, Stream, count, objectives);
        var points = new double[count][];
        for (int i = 0; i < count; i++)
        {
            points[i] = new double[objectives];
            for (int j = 0; j < objectives; j++)
                points[i][j] = chance.NextInt32(steps) / (double)steps;
        }

        return points;
    }
}
