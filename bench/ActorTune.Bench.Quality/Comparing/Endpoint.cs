using ActorTune.Bench.Quality.Problems;

namespace ActorTune.Bench.Quality.Comparing;

/// <summary>
/// What is compared: the mean logarithm of the simple regret over trials 20 to the last, regret
/// floored where a run sits at the optimum.
/// </summary>
internal static class Endpoint
{
    private const int First = 20;
    private const double Floor = 1e-6;

    internal static double Of(TuningProblem problem, double[] values, int trials)
    {
        double best = double.PositiveInfinity;
        double sum = 0;
        for (int i = 0; i < trials; i++)
        {
            best = Math.Min(best, values[i]);
            if (i + 1 >= First)
                sum += Math.Log10(Math.Max(best - problem.Minimum, Floor));
        }

        return sum / (trials - First + 1);
    }

    internal static double FinalRegret(TuningProblem problem, double[] values, int trials) =>
        Math.Max(0, values.Take(trials).Min() - problem.Minimum);
}
