using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Stopping;

/// <summary>
/// The better half of some trials, on which the model of the regret bound rests: what bad
/// configurations do says little about the neighbourhood of the best one.
/// </summary>
/// <param name="Trials">Their positions in order; ties of the last one belong to it.</param>
/// <param name="Outputs">Their losses with mean 0 and deviation 1.</param>
/// <param name="Deviation">The deviation of their losses.</param>
internal sealed record BestHalf(
    IReadOnlyList<int> Trials, double[] Outputs, double Deviation)
{
    /// <summary>How many trials the half has at least, as far as there are so many.</summary>
    internal const int Least = 20;

    /// <summary>
    /// The better half; all trials where the half has no two different losses; null where all
    /// are the same: nothing is known of how the objective varies.
    /// </summary>
    internal static BestHalf? Of(double[] losses)
    {
        int kept = Math.Min(losses.Length, Math.Max(Least, losses.Length / 2));
        double worst = losses.Order().ElementAt(kept - 1);
        return From(losses, worst) ?? From(losses, double.PositiveInfinity);
    }

    private static BestHalf? From(double[] losses, double worst)
    {
        int[] trials = [.. Enumerable.Range(0, losses.Length).Where(i => losses[i] <= worst)];
        double[] outputs = Array.ConvertAll(trials, trial => losses[trial]);
        double mean = PortableMath.Sum(outputs) / outputs.Length;
        for (int i = 0; i < outputs.Length; i++)
            outputs[i] -= mean;
        double deviation = Math.Sqrt(PortableMath.SumOfSquares(outputs) / outputs.Length);
        if (!(deviation > 0 && double.IsFinite(deviation)))
            return null;
        for (int i = 0; i < outputs.Length; i++)
            outputs[i] /= deviation;
        return new BestHalf(trials, outputs, deviation);
    }
}
