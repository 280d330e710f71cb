using ActorTune.Randomness;

namespace ActorTune.Bench.Quality.Comparing;

/// <summary>
/// The one-sided 95 % lower bound of the chance that ours is less, by drawing both lists with
/// replacement.
/// </summary>
internal static class SuperiorityBound
{
    private const int Draws = 2000;
    private const double Share = 0.05;

    private static readonly StreamName Stream = new("superiority-bound");

    internal static double Of(double[] ours, double[] theirs)
    {
        RandomStream chance = RandomStream.For(1, Stream, 0, 0);
        var found = new double[Draws];
        for (int i = 0; i < Draws; i++)
            found[i] = Superiority(Drawn(ours, chance), Drawn(theirs, chance));
        Array.Sort(found);
        return found[(int)(Share * Draws)];
    }

    private static double Superiority(double[] ours, double[] theirs)
    {
        double wins = 0;
        foreach (double one in ours)
        {
            foreach (double other in theirs)
                wins += one < other ? 1 : one.Equals(other) ? 0.5 : 0;
        }

        return wins / ours.Length / theirs.Length;
    }

    private static double[] Drawn(double[] values, RandomStream chance) =>
        [.. values.Select(_ => values[chance.NextInt32(values.Length)])];
}
