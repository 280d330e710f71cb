using System.Numerics.Tensors;

namespace ActorTune.Samples.Digits.Networks;

/// <summary>The loss of a classification: minus the log of the right class's probability.</summary>
internal static class SoftmaxCrossEntropy
{
    /// <summary>
    /// The loss of one image, and its slopes by the scores, which are the probabilities less one
    /// at the right class.
    /// </summary>
    internal static double Evaluate(ReadOnlySpan<double> scores, int label, Span<double> slopes)
    {
        // Less the largest score no exponential overflows.
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max(scores), slopes);
        double right = slopes[label];
        TensorPrimitives.Exp(slopes, slopes);
        double total = TensorPrimitives.Sum<double>(slopes);
        TensorPrimitives.Divide(slopes, total, slopes);
        slopes[label] -= 1;
        return Math.Log(total) - right;
    }
}
