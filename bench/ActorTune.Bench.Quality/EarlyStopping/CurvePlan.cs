using ActorTune.Randomness;

namespace ActorTune.Bench.Quality.EarlyStopping;

/// <summary>
/// What a seed fixes for every rule and every peer: the order in which configurations are started
/// and how long a step of each takes (log-normal, deviation 0.1).
/// </summary>
internal sealed record CurvePlan(int[] Order, double[] Durations)
{
    private static readonly StreamName Duration = new("duration");
    private static readonly StreamName Permutation = new("permutation");

    internal static CurvePlan Of(int count, ulong seed) => new(
        Permuted(count, seed),
        [.. Enumerable.Range(0, count).Select(configuration => Math.Exp(
            0.1 * RandomStream.For(seed, Duration, configuration, 0).NextNormal()))]);

    private static int[] Permuted(int count, ulong seed)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        RandomStream draws = RandomStream.For(seed, Permutation, 0, 0);
        for (int i = count - 1; i > 0; i--)
        {
            int other = draws.NextInt32(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }
}
