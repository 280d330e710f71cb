using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// Losses as the outputs of a model: T(y) = log(1 + c (y - best) / (median - best)), standardised.
/// Where bad losses are larger than good ones by orders of magnitude that keeps the good ones
/// apart; c = 0 stands for the limit, T(y) = y.
/// </summary>
/// <remarks>
/// The bend c is chosen by what the model itself says of it: the posterior of its parameters times
/// the Jacobian of T (Snelson, Rasmussen and Ghahramani, "Warped Gaussian processes", NeurIPS
/// 2003).
/// </remarks>
internal static class OutputTransform
{
    /// <summary>The values of c.</summary>
    internal static readonly double[] Bends = [0, 0.25, 0.5, 1, 2, 4];

    /// <summary>The value of c before any choice, by position.</summary>
    internal const int Start = 3;

    // Far beyond what still differs, and its square is finite.
    private const double MostExcess = 1e150;

    /// <summary>The outputs, and the logarithm of the Jacobian.</summary>
    internal static (double[] Outputs, double LogJacobian) Of(double[] losses, double bend)
    {
        double[] outputs = Excesses(losses);
        double jacobian = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            double log = PortableMath.Log1P(bend * outputs[i]);
            outputs[i] = bend > 0 ? log / bend : outputs[i];
            jacobian -= log;
        }

        double mean = PortableMath.Sum(outputs) / outputs.Length;
        for (int i = 0; i < outputs.Length; i++)
            outputs[i] -= mean;
        double deviation = Math.Sqrt(PortableMath.SumOfSquares(outputs) / outputs.Length);
        if (!(deviation > 0))
            return (new double[outputs.Length], 0);
        for (int i = 0; i < outputs.Length; i++)
            outputs[i] /= deviation;
        return (outputs, jacobian - outputs.Length * PortableMath.Log(deviation));
    }

    /// <summary>How much worse than the best losses are, the median by one.</summary>
    internal static double[] Excesses(double[] losses)
    {
        // A quarter of finite numbers differ by a finite number.
        double[] quarters = Array.ConvertAll(losses, loss => 0.25 * loss);
        double[] sorted = [.. quarters.Order()];
        double best = sorted[0];
        double toMedian = sorted[(sorted.Length - 1) / 2] - best;
        double toWorst = sorted[^1] - best;
        double unit = toMedian > 0 ? toMedian : toWorst > 0 ? toWorst : 1;
        return Array.ConvertAll(
            quarters, quarter => Math.Min((quarter - best) / unit, MostExcess));
    }
}
