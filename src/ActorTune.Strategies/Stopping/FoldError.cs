using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Stopping;

/// <summary>
/// The error of a mean over the k folds of a cross-validation, sqrt((1/k + 1/(k-1)) s^2) with the
/// variance s^2 of the folds: training sets overlap, so it is larger than s / sqrt(k) (Nadeau and
/// Bengio, "Inference for the generalization error", 2003; Makarova et al., section 3).
/// </summary>
internal static class FoldError
{
    /// <summary>The error, or null for a single fold.</summary>
    internal static double? Of(ReadOnlySpan<double> folds)
    {
        int count = folds.Length;
        if (count < 2)
            return null;
        double mean = PortableMath.Sum(folds) / count;
        var differences = new double[count];
        for (int i = 0; i < count; i++)
            differences[i] = folds[i] - mean;
        double variance = PortableMath.SumOfSquares(differences) / count;
        return Math.Sqrt((1.0 / count + 1.0 / (count - 1)) * variance);
    }
}
