using System.Numerics.Tensors;

namespace ActorTune.Samples.Digits.Networks;

/// <summary>The activations and their derivatives, over whole rows.</summary>
internal static class ActivationMath
{
    // gelu(x) = x (1 + tanh(c (x + a x^3))) / 2, c = sqrt(2 / pi), a = 0.044715
    private const double GeluScale = 0.7978845608028654;
    private const double GeluCubic = 0.044715;

    /// <summary>Computes the units' outputs from their sums.</summary>
    internal static void Apply(Activation kind, ReadOnlySpan<double> sums, Span<double> outputs)
    {
        switch (kind)
        {
            case Activation.Relu:
                TensorPrimitives.Max(sums, 0.0, outputs);
                break;
            case Activation.Tanh:
                TensorPrimitives.Tanh(sums, outputs);
                break;
            case Activation.Gelu:
                GeluTangents(sums, outputs);
                for (int i = 0; i < sums.Length; i++)
                    outputs[i] = 0.5 * sums[i] * (1 + outputs[i]);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown activation.");
        }
    }

    /// <summary>Turns slopes by the outputs into slopes by the sums, in place.</summary>
    /// <param name="kind">The activation.</param>
    /// <param name="sums">The sums of the forward pass.</param>
    /// <param name="outputs">The outputs of the forward pass.</param>
    /// <param name="slopes">In: by the outputs; out: by the sums.</param>
    /// <param name="scratch">Room for as many numbers.</param>
    internal static void Differentiate(
        Activation kind,
        ReadOnlySpan<double> sums,
        ReadOnlySpan<double> outputs,
        Span<double> slopes,
        Span<double> scratch)
    {
        switch (kind)
        {
            case Activation.Relu:
                for (int i = 0; i < slopes.Length; i++)
                    slopes[i] = sums[i] > 0 ? slopes[i] : 0;
                break;
            case Activation.Tanh:
                for (int i = 0; i < slopes.Length; i++)
                    slopes[i] *= 1 - outputs[i] * outputs[i];
                break;
            case Activation.Gelu:
                GeluTangents(sums, scratch);
                for (int i = 0; i < slopes.Length; i++)
                    slopes[i] *= GeluSlope(sums[i], scratch[i]);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown activation.");
        }
    }

    private static void GeluTangents(ReadOnlySpan<double> sums, Span<double> tangents)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            double x = sums[i];
            tangents[i] = GeluScale * (x + GeluCubic * x * x * x);
        }

        Span<double> tanh = tangents[..sums.Length];
        TensorPrimitives.Tanh(tanh, tanh);
    }

    private static double GeluSlope(double x, double tangent)
    {
        double inner = GeluScale * (1 + 3 * GeluCubic * x * x);
        return 0.5 * (1 + tangent) + 0.5 * x * (1 - tangent * tangent) * inner;
    }
}
